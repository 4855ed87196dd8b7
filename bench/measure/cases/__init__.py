"""What is measured: each case is a function that takes the Bench and yields figures and curves."""
