using EssConsult.Content.Items;
using EssConsult.Content.Menus;
using EssConsult.Content.Recipes.Keeping;
using EssConsult.Content.SiteTemplates;

namespace EssConsult.Content.Display;

/// <summary>Names of the lists that cached pages show.</summary>
internal static class ContentTags
{
    public static string Type(string contentType) => "type:" + contentType;

    public static string Term(string termId) => "term:" + termId;
}

/// <summary>A published item changes its own page (by its id) and the lists of its type; a definition, a template, a shortcode, a taxonomy or a menu, every page.</summary>
internal sealed class ContentEviction(MenuBook menus) : IEvictsPages
{
    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<ContentDefinitionChanged>() || happened.Is<SiteTemplatesChanged>() || KeptBook.IsChangedBy(happened) || happened.ConcernsPublished("Taxonomy") || menus.IsChangedBy(happened) ? ["site"]
        : happened.Is<TermsUsed>() ? happened.Read<TermsUsed>().Terms.Select(ContentTags.Term)
        : PublishedChanges.TypeOf(happened) is { } type ? [ContentTags.Type(type)]
        : [];
}

/// <summary>An item began or ceased to carry terms.</summary>
internal sealed record TermsUsed(string ContentItemId, string[] Terms) : IEvent;
