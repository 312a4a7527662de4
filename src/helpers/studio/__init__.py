"""What a lesson shows and a learner touches. The only package that knows widgets."""
