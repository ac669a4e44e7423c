namespace EssConsult.Kernel.Data;

/// <summary>One object of the site's settings, by Orchard's key (« EmailSettings », « SearchSettings »…), kept whole as JSON text.</summary>
internal sealed class SettingRow
{
    public required string Name { get; init; }

    public required string Json { get; set; }
}
