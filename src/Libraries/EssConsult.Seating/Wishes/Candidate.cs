namespace EssConsult.Seating.Wishes;

/// <summary>Who attends a slot.</summary>
/// <param name="Wishes">Best first, without the topics obtained in earlier slots.</param>
internal sealed record Candidate(string PersonId, int Seats, IReadOnlyList<string> Wishes);
