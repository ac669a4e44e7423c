namespace EssConsult.Kernel.Modules;

/// <summary>A module that an administrator or a recipe switched; a module without a row is on.</summary>
internal sealed class FeatureRow
{
    public required string Id { get; init; }

    public bool Enabled { get; set; }
}
