namespace EssConsult.Workflows;

/// <summary>What no circuit may exceed, whoever drew it.</summary>
internal static class WorkflowLimits
{
    public const int IdLength = 64;

    /// <summary>Runs that start one another, inside one trigger. Source: Orchard Core.</summary>
    public const int Depth = 100;

    /// <summary>Activities of one run until it ends or waits: a loop without an exit stops here.</summary>
    public const int Steps = 10_000;

    /// <summary>A script's time.</summary>
    public static readonly TimeSpan Script = TimeSpan.FromSeconds(1);
}
