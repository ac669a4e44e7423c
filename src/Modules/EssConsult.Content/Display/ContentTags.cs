using EssConsult.Content.Items;

namespace EssConsult.Content.Display;

/// <summary>Names of the lists that cached pages show.</summary>
internal static class ContentTags
{
    public static string Type(string contentType) => "type:" + contentType;

    public static string Term(string termId) => "term:" + termId;
}

/// <summary>A published item changes its own page (by its id) and the lists of its type; a change of definition, every page.</summary>
internal sealed class ContentEviction : IEvictsPages
{
    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<TermsUsed>() ? happened.Read<TermsUsed>().Terms.Select(ContentTags.Term)
        : PublishedChanges.TypeOf(happened) is { } type ? [ContentTags.Type(type)]
        : [];
}

/// <summary>An item began or ceased to carry terms.</summary>
internal sealed record TermsUsed(string ContentItemId, string[] Terms) : IEvent;
