namespace EssConsult.Registration.Online;

/// <summary>Where an event is followed online. Not on the content item: pages, exports, the API and the index would show it; only who has a seat may see it.</summary>
internal sealed class OnlineRoom
{
    public required string EventId { get; init; }

    public required string Url { get; set; }
}
