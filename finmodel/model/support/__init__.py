"""Support instruments, each written once: what others than the sponsors and lenders pay, promise or insure."""
