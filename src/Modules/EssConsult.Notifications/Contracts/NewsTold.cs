namespace EssConsult.Notifications.Contracts;

/// <summary>There is something new for those who follow an item, or for these people.</summary>
public sealed record NewsTold(string? ContentItemId, IReadOnlyList<string> PersonIds) : IEvent;
