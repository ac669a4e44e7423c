namespace EssConsult.Seating.Wishes;

/// <summary>What became of one wish: enough for « complet : la dernière personne placée avait le numéro 112, vous le 140 ».</summary>
/// <param name="Rank">1 for the first wish.</param>
/// <param name="LotteryNumber">The person's own, in this workshop.</param>
/// <param name="CutOff">The highest number among those who obtained this workshop by wish; null when nobody did.</param>
/// <param name="SeatsLeft">Seats that nobody with a better number took; below the seats of the group when it was full or too small.</param>
public sealed record WishOutcome(string WorkshopId, int Rank, WishFate Fate, int LotteryNumber, int? CutOff, int SeatsLeft);
