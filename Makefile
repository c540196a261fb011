# A wrapper for those who are used to make; everything is in dev.py.
.PHONY: run test setup check fix words lock
run test setup check fix words lock:
	python3 dev.py $@
