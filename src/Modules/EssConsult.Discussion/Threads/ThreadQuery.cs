using Microsoft.AspNetCore.Http;

namespace EssConsult.Discussion.Threads;

/// <summary>Which threads of an item to show; read from the address so that links and cached pages carry it.</summary>
internal sealed record ThreadQuery(string ContentItemId)
{
    public const int ThreadsPerPage = 20;

    /// <summary>Replies that a thread shows before its own page takes over.</summary>
    public const int RepliesShown = 10;

    private const string PageKey = "fil";
    private const string AlignmentKey = "avis";
    private const string OrderKey = "ordre";

    public int Page { get; init; } = 1;

    public Alignment? Alignment { get; init; }

    public bool OldestFirst { get; init; }

    public static ThreadQuery From(string contentItemId, IQueryCollection query) => new(contentItemId)
    {
        Page = int.TryParse(query[PageKey], out var page) ? Math.Clamp(page, 1, 100_000) : 1,
        Alignment = query[AlignmentKey].ToString() switch
        {
            "daccord" => Contracts.Alignment.For,
            "pas-daccord" => Contracts.Alignment.Against,
            "remarque" => Contracts.Alignment.Neutral,
            _ => null,
        },
        OldestFirst = query[OrderKey] == "anciens",
    };

    /// <summary>The query string and anchor that show these threads on the item's page.</summary>
    public string Link()
    {
        string?[] parts =
        [
            Alignment switch
            {
                Contracts.Alignment.For => AlignmentKey + "=daccord",
                Contracts.Alignment.Against => AlignmentKey + "=pas-daccord",
                Contracts.Alignment.Neutral => AlignmentKey + "=remarque",
                _ => null,
            },
            OldestFirst ? OrderKey + "=anciens" : null,
            Page > 1 ? $"{PageKey}={Page}" : null,
        ];
        var query = string.Join('&', parts.OfType<string>());
        return (query.Length > 0 ? "?" + query : string.Empty) + "#commentaires";
    }

    /// <summary>The same threads, on the last page when there is none so far.</summary>
    public ThreadQuery Within(DiscussionCounts counts) => this with { Page = Math.Clamp(Page, 1, Math.Max(1, PagesOf(counts))) };

    public int PagesOf(DiscussionCounts counts) => (CountOf(counts) + ThreadsPerPage - 1) / ThreadsPerPage;

    public int CountOf(DiscussionCounts counts) => Alignment switch
    {
        Contracts.Alignment.For => counts.ThreadsFor,
        Contracts.Alignment.Against => counts.ThreadsAgainst,
        Contracts.Alignment.Neutral => counts.ThreadsNeutral,
        _ => counts.ThreadsFor + counts.ThreadsNeutral + counts.ThreadsAgainst,
    };
}
