"""What a lecturer takes out of the course: quizzes for a learning platform."""
