namespace EssConsult.Workflows.Simulation;

/// <summary>Whether this scope only tries a circuit out: then nobody outside the site is asked.</summary>
internal sealed class OutwardAnswers
{
    public bool IsSimulated { get; set; }
}
