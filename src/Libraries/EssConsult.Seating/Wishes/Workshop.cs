namespace EssConsult.Seating.Wishes;

/// <summary>One workshop at one time.</summary>
/// <param name="Id">Unique over all slots.</param>
/// <param name="SlotId">When it takes place.</param>
/// <param name="TopicId">What it is about: the same in every slot that repeats it. Nobody is placed twice in one topic.</param>
/// <param name="Capacity">Seats, 0 or more.</param>
public sealed record Workshop(string Id, string SlotId, string TopicId, int Capacity);
