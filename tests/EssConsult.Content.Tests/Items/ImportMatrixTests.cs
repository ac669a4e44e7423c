using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Tests.Items;

/// <summary>What an imported version does to what is there: Orchard's rules, every case of them.</summary>
public sealed class ImportMatrixTests(Sites sites) : IClassFixture<Sites>
{
    // Existing versions and expected ones are written « 1P 2L »: number, then P published, L latest, – neither; * when the import changed it.
    [Theory]
    [OnBothDatabases("", "1LP", "1LP")]
    [OnBothDatabases("", "1L", "1L")]
    [OnBothDatabases("", "1–", "1–")]
    [OnBothDatabases("1LP", "1LP", "1LP")]
    [OnBothDatabases("1LP", "1LP*", "1LP*")]
    [OnBothDatabases("1LP", "2LP", "1– 2LP")]
    [OnBothDatabases("1LP", "2L", "1P 2L")]
    [OnBothDatabases("1LP", "2–", "1LP 2–")]
    [OnBothDatabases("1P 2L", "1P", "1P 2L")]
    [OnBothDatabases("1P 2L", "2L*", "1P 2L*")]
    [OnBothDatabases("1P 2L", "3LP", "1– 2– 3LP")]
    [OnBothDatabases("1P 2L", "3L", "1P 2– 3L")]
    [OnBothDatabases("1P 2L", "3–", "1P 2L 3–")]
    [OnBothDatabases("1P 2L", "2LP*", "1– 2LP*")]
    public async Task An_imported_version_meets_what_is_there(Database database, string existing, string imported, string expected)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var id = ContentId.New();
        foreach (var version in Words(existing))
        {
            await ImportAsync(site, type, id, version);
        }

        var taken = await ImportAsync(site, type, id, imported);

        taken.ShouldBe(imported.Contains('*') || !existing.Contains(imported[0]));
        (await ReadAsync(site, id)).ShouldBe(expected);
    }

    [Theory, OnBothDatabases]
    public async Task Owner_author_and_dates_of_the_file_win(Database database)
    {
        var site = await sites.OnAsync(database);
        var at = new DateTime(2015, 4, 1, 9, 0, 0, DateTimeKind.Utc);
        var item = Item(await Sample.DefineAsync(site), ContentId.New(), "1LP");
        (item.Owner, item.Author, item.CreatedUtc, item.ModifiedUtc, item.PublishedUtc) = ("somebody", "Somebody", at, at.AddDays(1), at.AddDays(2));

        await Sample.StoreAsync(site, store => store.ImportAsync(item, default));

        var stored = (await Sample.StoreAsync(site, store => store.FindAsync(item.ContentItemId, ContentVersion.Published, default)))!;
        (stored.Owner, stored.Author, stored.CreatedUtc, stored.ModifiedUtc, stored.PublishedUtc).ShouldBe(("somebody", "Somebody", at, at.AddDays(1), at.AddDays(2)));
    }

    [Theory, OnBothDatabases]
    public async Task A_version_of_another_item_is_refused_and_nothing_of_that_item_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = await Sample.DefineAsync(site);
        var id = ContentId.New();
        await ImportAsync(site, type, id, "1LP");
        var thief = Item(type, ContentId.New(), "1LP*");
        thief.ContentItemVersionId = id + "-1";

        (await Should.ThrowAsync<RuleException>(() => Sample.StoreAsync(site, store => store.ImportAsync(thief, default)))).Code.ShouldBe("content.version-elsewhere");

        (await ReadAsync(site, id)).ShouldBe("1LP");
    }

    [Theory, OnBothDatabases]
    public async Task A_file_with_authors_completes_one_without_and_is_then_there(Database database)
    {
        var site = await sites.OnAsync(database);
        var (type, id) = (await Sample.DefineAsync(site), ContentId.New());
        ContentItem Signed() => Item(type, id, "1LP") with { Owner = "somebody", Author = "Somebody" };
        await ImportAsync(site, type, id, "1LP");

        (await Sample.StoreAsync(site, store => store.ImportAsync(Signed(), default))).ShouldBeTrue();
        (await Sample.StoreAsync(site, store => store.ImportAsync(Signed(), default))).ShouldBeFalse();
        (await ImportAsync(site, type, id, "1LP")).ShouldBeFalse();

        (await Sample.StoreAsync(site, store => store.FindAsync(id, ContentVersion.Published, default)))!.Author.ShouldBe("Somebody");
    }

    private static Task<bool> ImportAsync(Site site, string type, string id, string version) => Sample.StoreAsync(site, store => store.ImportAsync(Item(type, id, version), default));

    private static ContentItem Item(string type, string id, string version)
    {
        var item = new ContentItem
        {
            ContentItemId = id, ContentItemVersionId = $"{id}-{version[0]}", ContentType = type, DisplayText = version.Contains('*') ? "Changé" : "Tel quel", Latest = version.Contains('L'), Published = version.Contains('P'),
        };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new AutoroutePart { Path = "import/" + id.ToLowerInvariant() });
        return item;
    }

    private static async Task<string> ReadAsync(Site site, string id)
    {
        var rows = await site.InDatabaseAsync(db => db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentItemId == id).OrderBy(row => row.ContentItemVersionId).ToListAsync());
        return string.Join(' ', rows.Select(row => row.ContentItemVersionId[^1]
            + ((row.Latest ? "L" : string.Empty) + (row.Published ? "P" : string.Empty) is { Length: > 0 } flags ? flags : "–") + (row.DisplayText == "Changé" ? "*" : string.Empty)));
    }

    private static string[] Words(string versions) => versions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
