namespace EssConsult.Tickets.Paper;

/// <summary>How badges share an A4 page (210 × 297 mm); the default gives ten of 90 × 54 mm.</summary>
/// <param name="Columns">1 to 3.</param>
/// <param name="Rows">1 to 8.</param>
/// <param name="SideMm">Left and right margin, in millimetres.</param>
/// <param name="TopMm">Upper and lower margin, in millimetres.</param>
public sealed record BadgeGrid(int Columns = 2, int Rows = 5, double SideMm = 15, double TopMm = 13.5)
{
    /// <summary>Badges on a page.</summary>
    public int Count => Columns * Rows;
}
