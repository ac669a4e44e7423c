namespace EssConsult.Workflows;

/// <summary>What no circuit may exceed, whoever drew it.</summary>
internal static class WorkflowLimits
{
    public const int IdLength = 64;

    /// <summary>Of an activity.</summary>
    public const int NameLength = 100;

    /// <summary>Of what a run is about.</summary>
    public const int CorrelationLength = 255;

    /// <summary>Runs that start one another, inside one trigger. Source: Orchard Core.</summary>
    public const int Depth = 100;

    /// <summary>Activities of one run until it ends or waits: a loop without an exit stops here.</summary>
    public const int Steps = 10_000;

    /// <summary>Runs of one circuit that begin within a minute; the next ones wait. A hall of 300 people who register at once stays far below.</summary>
    public const int RunsAMinute = 20_000;

    /// <summary>Messages of one run, over all its life.</summary>
    public const int MailsPerRun = 500;

    /// <summary>A script's time.</summary>
    public static readonly TimeSpan Script = TimeSpan.FromSeconds(1);
}
