namespace EssConsult.Kernel.Pages;

/// <summary>What a page says about itself to the layout. One per request.</summary>
public sealed class PageHead
{
    private readonly List<string> scripts = [];
    private readonly List<(string Title, string Url)> feeds = [];

    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Content of the robots meta, e.g. <c>noindex</c>.</summary>
    public string? Robots { get; set; }

    public string? Canonical { get; set; }

    public string? BodyClass { get; set; }

    /// <summary>The type of the content item whose own page this is.</summary>
    public string? ContentType { get; set; }

    /// <summary>Name of the theme's layout file: <c>layout</c> or <c>layout-admin</c>.</summary>
    public string Layout { get; set; } = "layout";

    /// <summary>The page lives in one language only; the language switch then leads to the home page.</summary>
    public bool OneLanguage { get; set; }

    public IReadOnlyList<string> Scripts => scripts;

    public IReadOnlyList<(string Title, string Url)> Feeds => feeds;

    /// <summary>Loads a module script, e.g. <c>EssConsult.Contributions/similar.js</c>; asking twice loads it once.</summary>
    public void Script(string path)
    {
        if (!scripts.Contains(path))
        {
            scripts.Add(path);
        }
    }

    public void Feed(string title, string url) => feeds.Add((title, url));
}
