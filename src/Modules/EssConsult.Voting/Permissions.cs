namespace EssConsult.Voting;

internal static class Permissions
{
    /// <summary>Prepares, opens, closes and counts votes. It shows nobody's choice.</summary>
    public const string ManageBallots = nameof(ManageBallots);

    /// <summary>Signs people off, enters and confirms ballots on paper; whoever manages ballots may.</summary>
    public const string KeepVotingDesk = nameof(KeepVotingDesk);
}
