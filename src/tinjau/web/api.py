"""The interface for other programs: read offices, cycles, entries and results of one's own offices."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from drf_spectacular.utils import OpenApiParameter, extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from tinjau.web.models import Cycle, Entry, Office, Run
from tinjau.web.models.entries import KINDS
from tinjau.web.permissions import VIEW, abilities_in, offices_for, within


class OfficeSerializer(serializers.ModelSerializer):
    """A government."""

    class Meta:
        """What is shown."""

        model = Office
        fields = ("slug", "name", "code")


class CycleSerializer(serializers.ModelSerializer):
    """An evaluation."""

    office = serializers.SlugRelatedField(slug_field="slug", read_only=True)

    class Meta:
        """What is shown."""

        model = Cycle
        fields = ("office", "slug", "title", "period", "state", "created")


class EntrySerializer(serializers.ModelSerializer):
    """The current version of one thing in a cycle."""

    payload = serializers.JSONField()

    class Meta:
        """What is shown."""

        model = Entry
        fields = ("kind", "key", "version", "payload", "author_name", "at", "reason", "hash")


class RunSerializer(serializers.ModelSerializer):
    """A capture or an evaluation."""

    class Meta:
        """What is shown."""

        model = Run
        fields = ("id", "kind", "state", "cursor", "message", "created", "started", "finished")


class Offices(generics.ListAPIView):
    """The offices that you work for."""

    serializer_class = OfficeSerializer

    def get_queryset(self) -> Any:
        """Your offices alone."""
        if getattr(self, "swagger_fake_view", False):
            return Office.objects.none()
        return offices_for(self.request.user)


class Cycles(generics.ListAPIView):
    """The cycles of an office."""

    serializer_class = CycleSerializer

    def get_queryset(self) -> Any:
        """The office's, where it is yours."""
        if getattr(self, "swagger_fake_view", False):
            return Cycle.objects.none()
        office = offices_for(self.request.user).filter(slug=self.kwargs["office"]).first()
        if office is None:
            raise Http404
        if VIEW not in abilities_in(self.request.user, office):
            raise PermissionDenied
        return office.cycles.select_related("office")


class _OfCycle:
    def cycle(self) -> Cycle:
        """The cycle of the address, where it is yours."""
        kwargs: dict[str, str] = self.kwargs  # type: ignore[attr-defined] # set by the view it is mixed into
        user = self.request.user  # type: ignore[attr-defined] # set by the view it is mixed into
        found = Cycle.objects.filter(
            office__in=offices_for(user), office__slug=kwargs["office"], slug=kwargs["cycle"]
        ).first()
        if found is None:
            raise Http404
        if VIEW not in within(user, found, abilities_in(user, found.office)):
            raise PermissionDenied
        return found


@extend_schema(parameters=[OpenApiParameter("kind", str, enum=list(KINDS))])
class Entries(_OfCycle, generics.ListAPIView):
    """What stands in a cycle, by kind where one is asked for."""

    serializer_class = EntrySerializer

    def get_queryset(self) -> Any:
        """The current entries."""
        if getattr(self, "swagger_fake_view", False):
            return Entry.objects.none()
        entries = self.cycle().entries.filter(current=True).order_by("position", "sequence")
        kind = self.request.query_params.get("kind")
        if kind is not None and kind not in KINDS:
            raise serializers.ValidationError({"kind": [f"one of {', '.join(KINDS)}"]})
        return entries.filter(kind=kind) if kind else entries


class Runs(_OfCycle, generics.ListAPIView):
    """A cycle's captures and evaluations, newest first."""

    serializer_class = RunSerializer

    def get_queryset(self) -> Any:
        """The cycle's runs."""
        if getattr(self, "swagger_fake_view", False):
            return Run.objects.none()
        return self.cycle().runs.all()


class LatestResult(_OfCycle, APIView):
    """The last assessment and plan of a cycle, in the published schemas."""

    @extend_schema(
        responses={
            200: {"type": "object", "properties": {"assessment": {"type": "object"}, "plan": {"type": "object"}}}
        }
    )
    def get(self, request: Request, office: str, cycle: str) -> Response:
        """Both documents; 404 where nothing was evaluated yet."""
        del request, office, cycle
        result = self.cycle().results.first()
        if result is None:
            raise Http404
        return Response({"assessment": result.assessment, "plan": result.plan})


def document_refusals(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add to the published schema what every operation may refuse: no account, not there (or not yours), bad query."""
    refusal = {
        "content": {"application/json": {"schema": {"type": "object"}}},
        "description": "refused; `detail` or the parameter's name says why",
    }
    for name, operations in result["paths"].items():
        for operation in operations.values():
            operation["responses"].setdefault("403", refusal)
            if "{" in name:
                operation["responses"].setdefault("404", refusal)
            if any(each["in"] == "query" for each in operation.get("parameters", [])):
                operation["responses"].setdefault("400", refusal)
    return result


urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("offices/", Offices.as_view(), name="offices"),
    path("offices/<slug:office>/cycles/", Cycles.as_view(), name="cycles"),
    path("offices/<slug:office>/cycles/<slug:cycle>/entries/", Entries.as_view(), name="entries"),
    path("offices/<slug:office>/cycles/<slug:cycle>/runs/", Runs.as_view(), name="runs"),
    path("offices/<slug:office>/cycles/<slug:cycle>/result/", LatestResult.as_view(), name="result"),
]
