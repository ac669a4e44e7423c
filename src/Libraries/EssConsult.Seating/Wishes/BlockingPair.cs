namespace EssConsult.Seating.Wishes;

/// <summary>A person (or group) and a workshop that they prefer to what they got, and which could seat them by sending away only worse numbers.</summary>
public sealed record BlockingPair(string PersonId, string WorkshopId);
