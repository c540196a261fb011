"""Tables that are edited in place: typed cells, whole rows pasted, errors under the field."""
