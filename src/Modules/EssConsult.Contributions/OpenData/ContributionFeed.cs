using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>The fifty latest contributions as an Atom feed (RFC 4287); fictional ones are left out.</summary>
internal sealed class ContributionFeed(SiteDb db, SiteSettings settings, ISiteAddress address, TimeProvider clock)
{
    private const int Shown = 50;

    public async Task<string> WriteAsync(CancellationToken ct)
    {
        var found = await db.Set<ContributionRow>().AsNoTracking().Published().Where(row => !row.IsDemo)
            .OrderByDescending(row => row.PublishedUtc).Take(Shown)
            .Join(db.Set<ContentRow>().Where(version => version.Published), row => row.ContentItemId, version => version.ContentItemId, (row, version) => new { Row = row, version.PublishedUtc }).ToListAsync(ct);
        var entries = found.Select(entry => Entry(entry.Row, entry.PublishedUtc ?? entry.Row.PublishedUtc!.Value)).OrderByDescending(entry => entry.PublishDate).ToList();
        var self = new Uri(address.Absolute("/contributions.atom"));
        var feed = new SyndicationFeed($"{settings.SiteName} : contributions", null, new Uri(address.Absolute("/contributions")))
        {
            Id = self.ToString(),
            Language = "fr",
            LastUpdatedTime = entries.Count > 0 ? entries.Max(entry => entry.LastUpdatedTime) : clock.GetUtcNow(),
            Items = entries,
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));

        var text = new StringBuilder();
        await using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Async = true, OmitXmlDeclaration = true }))
        {
            feed.SaveAsAtom10(writer);
        }

        return text.ToString();
    }

    // What an import brought may hold characters that no feed may.
    private SyndicationItem Entry(ContributionRow row, DateTime changedUtc)
    {
        var entry = new SyndicationItem(TypedText.Clean(row.Title), TypedText.Clean(row.Extract), new Uri(address.Absolute("/" + row.Path)), "urn:essconsult:" + row.ContentItemId, changedUtc)
        {
            PublishDate = row.PublishedUtc!.Value,
        };
        entry.Authors.Add(new SyndicationPerson(null, TypedText.Clean(row.AuthorName) is { Length: > 0 } name ? name : "–", null));
        return entry;
    }
}
