using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Editions;

internal enum TermsKind
{
    /// <summary>Règlement.</summary>
    Rules,

    /// <summary>Attestation sur l’honneur.</summary>
    Statement,
}

/// <summary>What applicants accept when they send an entry, in each of its versions; never changed.</summary>
internal sealed class EditionTerms
{
    public required string EditionId { get; init; }

    public required TermsKind Kind { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required string Hash { get; init; }

    public required DateTime AtUtc { get; init; }

    public AcceptedTerms Name => new(Kind, Version, Hash);
}

/// <summary>A version as an entry names it.</summary>
internal sealed record AcceptedTerms(TermsKind Kind, int Version, string Hash);

internal static class TermsQueries
{
    extension(SiteDb db)
    {
        /// <summary>Every version, the newest first.</summary>
        public async Task<IReadOnlyList<EditionTerms>> TermsAsync(string editionId, CancellationToken ct) =>
            await db.Set<EditionTerms>().AsNoTracking().Where(terms => terms.EditionId == editionId).OrderBy(terms => terms.Kind).ThenByDescending(terms => terms.Version).ToListAsync(ct);

        /// <summary>What is to be accepted now.</summary>
        public async Task<IReadOnlyList<EditionTerms>> CurrentTermsAsync(Edition edition, CancellationToken ct) =>
            [.. (await db.TermsAsync(edition.ContentItemId, ct)).Where(terms => terms.Version == (terms.Kind == TermsKind.Rules ? edition.RulesVersion : edition.StatementVersion))];

        /// <summary>Stages a new version where the published page says something new; what it no longer says is no longer asked.</summary>
        public async Task VersionTermsAsync(Edition edition, PrizePart part, DateTime now, CancellationToken ct)
        {
            var known = await db.TermsAsync(edition.ContentItemId, ct);
            edition.RulesVersion = Version(db, edition, TermsKind.Rules, part.RulesText, known, now);
            edition.StatementVersion = Version(db, edition, TermsKind.Statement, part.Statement, known, now);
        }
    }

    /// <summary>French, a key of the translations.</summary>
    public static string Label(this TermsKind kind) => kind == TermsKind.Rules ? "Règlement" : "Attestation sur l’honneur";

    private static int? Version(SiteDb db, Edition edition, TermsKind kind, string? text, IReadOnlyList<EditionTerms> known, DateTime now)
    {
        var clean = TypedText.Clean(text);
        if (clean.Length == 0)
        {
            return null;
        }

        var (hash, last) = (Sealing.Hash(clean), known.FirstOrDefault(terms => terms.Kind == kind));
        return last?.Hash == hash ? last.Version
            : db.Add(new EditionTerms { EditionId = edition.ContentItemId, Kind = kind, Version = (last?.Version ?? 0) + 1, Text = clean, Hash = hash, AtUtc = now }).Entity.Version;
    }
}
