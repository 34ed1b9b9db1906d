"""OCDS for PPPs: what a model knows of a deal, in the shape of the open data standard for public contracts."""

from finmodel.outputs.ocds.package import ocds_document, ocds_json

__all__ = ["ocds_document", "ocds_json"]
