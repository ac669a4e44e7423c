namespace EssConsult.Voting;

internal static class Permissions
{
    /// <summary>Prepares, opens, closes and counts votes. It shows nobody's choice.</summary>
    public const string ManageBallots = nameof(ManageBallots);
}
