using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>The fifty latest contributions as an Atom feed (RFC 4287); fictional ones are left out.</summary>
internal sealed class ContributionFeed(SiteDb db, SiteSettings settings, TimeProvider clock)
{
    private const int Shown = 50;

    public async Task<string> WriteAsync(string site, CancellationToken ct)
    {
        var rows = await db.Set<ContributionRow>().AsNoTracking().Published().Where(row => !row.IsDemo)
            .OrderByDescending(row => row.PublishedUtc).Take(Shown).ToListAsync(ct);
        var feed = new SyndicationFeed($"{settings.SiteName} : contributions", null, new Uri(site + "/contributions"))
        {
            Id = site + "/contributions.atom",
            LastUpdatedTime = rows.Count > 0 ? rows[0].PublishedUtc!.Value : clock.GetUtcNow(),
            Items = rows.ConvertAll(row => Entry(row, site)),
        };

        var text = new StringBuilder();
        await using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Async = true, OmitXmlDeclaration = true }))
        {
            feed.SaveAsAtom10(writer);
        }

        return text.ToString();
    }

    private static SyndicationItem Entry(ContributionRow row, string site)
    {
        var entry = new SyndicationItem(row.Title, row.Extract, new Uri($"{site}/{row.Path}"), "urn:essconsult:" + row.ContentItemId, row.PublishedUtc!.Value)
        {
            PublishDate = row.PublishedUtc.Value,
        };
        entry.Authors.Add(new SyndicationPerson(null, row.AuthorName ?? "–", null));
        return entry;
    }
}
