namespace EssConsult.Kernel.Tests.Probe;

/// <summary>One row that a test can look for: a family of its own and a name.</summary>
internal sealed class ProbeMark
{
    public string Id { get; init; } = Guid.CreateVersion7().ToString();

    public required string Family { get; init; }

    public required string Name { get; set; }
}
