"""What the tests in Python share: the program as a process, its API, its database."""
