using System.ComponentModel.DataAnnotations;

namespace EssConsult.Content.SiteTemplates;

/// <summary>A Liquid template that an administrator or a recipe stored; it wins over the theme's and the modules'.</summary>
internal sealed class SiteTemplate
{
    /// <summary>Orchard's key: <c>Content__BlogPost</c>.</summary>
    [MaxLength(200)]
    public required string Name { get; init; }

    public string Description { get; set; } = string.Empty;

    public required string Source { get; set; }

    public DateTime ModifiedUtc { get; set; }
}

public sealed record SiteTemplatesChanged(string[] Names) : IEvent;
