namespace EssConsult.Layers;

/// <summary>Orchard's name.</summary>
internal static class Permissions
{
    public const string ManageLayers = nameof(ManageLayers);
}
