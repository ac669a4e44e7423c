namespace EssConsult.Registration.Features.Events;

/// <summary>An event that changes evicts the list of events and the home page; one that fills up, its own page (by the subject of what happened).</summary>
internal sealed class EventEviction : IEvictsPages
{
    public const string Lists = "events";

    public IEnumerable<string> TagsOf(OutboxEvent happened) => happened.Is<EventChanged>() ? [Lists] : [];
}
