using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Media;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace EssConsult.Content.Tests.Media;

public sealed class MediaTests(Sites sites) : IClassFixture<Sites>
{
    [Fact]
    public async Task A_picture_is_redrawn_upright_without_what_was_hidden_in_it()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var path = await StoreAsync(site, Turned(Jpeg(60, 40)), "vue.jpg", "Une vue", "somebody");

        var row = await RowAsync(site, path);

        (row.Width, row.Height).ShouldBe((40, 60));
        var bytes = await File.ReadAllBytesAsync(Path.Combine(site.Folder, "media", row.Hash[..2], row.Hash), TestContext.Current.CancellationToken);
        Encoding.Latin1.GetString(bytes).ShouldNotContain("Exif");
        Encoding.Latin1.GetString(bytes).ShouldNotContain("<script>");
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_has_smaller_versions()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var path = await StoreAsync(site, Jpeg(3000, 1500), "grande.jpg", "Une place", "somebody");

        var row = await RowAsync(site, path);

        (row.Width, row.Height).ShouldBe((2400, 1200));
        MediaFiles.Widths.ShouldAllBe(width => File.Exists(Path.Combine(site.Folder, "media", row.Hash.Substring(0, 2), MediaFiles.VariantName(row.Hash, width))));
    }

    [Theory]
    [InlineData("image.png", "pas une image", "media.kind", "x")]
    [InlineData("dessin.svg", "<svg/>", "media.kind", "x")]
    [InlineData("image.png", "pas une image", "media.text-missing", "")]
    public async Task What_is_no_picture_or_has_no_description_is_refused(string name, string content, string code, string text)
    {
        var site = await sites.OnAsync(Database.Sqlite);

        (await Should.ThrowAsync<RuleException>(() => StoreAsync(site, Encoding.UTF8.GetBytes(content), name, text, "somebody"))).Code.ShouldBe(code);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_is_read_by_its_owner_until_a_published_item_shows_it_to_all(Database database)
    {
        var site = await sites.OnAsync(database);
        var path = await StoreAsync(site, Encoding.UTF8.GetBytes("%PDF-1.7 plan"), "plan.pdf", null, "somebody");
        var type = await Sample.DefineAsync(site, Sample.Field("MediaField", "Pieces"));
        var visitor = site.Visitor();

        (await visitor.GetAsync("/media/" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync("Lecture", "ViewMediaContent")).GetAsync("/media/" + path)).Status.ShouldBe(HttpStatusCode.OK);

        var item = await Sample.PublishAsync(site, type, Sample.Name("Avec plan "), made => made.Field(type, "Pieces")["Paths"] = new JsonArray(path));
        var shown = await visitor.GetAsync("/media/" + path);
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        shown.Headers.CacheControl!.ToString().ShouldContain("immutable");

        await Sample.StoreAsync(site, store => store.RemoveAsync(item.ContentItemId, default));
        (await visitor.GetAsync("/media/" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task An_upload_that_no_item_ever_kept_is_swept_away_after_a_month(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var lost = await StoreAsync(site, Encoding.UTF8.GetBytes("perdu"), "perdu.txt", null, "somebody");
        var type = await Sample.DefineAsync(site, Sample.Field("MediaField", "Pieces"));
        var kept = await StoreAsync(site, Encoding.UTF8.GetBytes("gardé"), "garde.txt", null, "somebody");
        await Sample.PublishAsync(site, type, "Qui garde", made => made.Field(type, "Pieces")["Paths"] = new JsonArray(kept));

        site.Clock.Advance(MediaSweep.Kept + TimeSpan.FromDays(1));
        await site.RunJobAsync("media-sweep");

        var left = await site.InDatabaseAsync(db => db.Set<MediaRow>().Select(row => row.Path).ToListAsync());
        left.ShouldContain(kept);
        left.ShouldNotContain(lost);
    }

    [Theory, OnBothDatabases]
    public async Task The_file_of_an_erased_text_is_read_by_nobody_and_gone_the_next_day(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var type = await Sample.DefineAsync(site, Sample.Field("MediaField", "Pieces"));
        var path = await StoreAsync(site, Encoding.UTF8.GetBytes("mon visage"), "moi.txt", null, "somebody");
        var item = await Sample.PublishAsync(site, type, "Avec une pièce", made => made.Field(type, "Pieces")["Paths"] = new JsonArray(path), owner: "somebody");
        (await site.Visitor().GetAsync("/media/" + path)).Status.ShouldBe(HttpStatusCode.OK);

        await Sample.StoreAsync(site, async store =>
        {
            await store.EraseAsync(item.ContentItemId, default);
            await store.ForgetPersonAsync("somebody", default);
        });
        (await site.Visitor().GetAsync("/media/" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await RowAsync(site, path)).OwnerId.ShouldBeNull();

        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.RunJobAsync("media-sweep");
        (await site.InDatabaseAsync(db => db.Set<MediaRow>().AnyAsync(row => row.Path == path))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_picture_waits_while_two_others_are_drawn()
    {
        var jpeg = Jpeg(60, 40);
        await Picture.Turns.WaitAsync(TestContext.Current.CancellationToken);
        await Picture.Turns.WaitAsync(TestContext.Current.CancellationToken);
        Task<Picture?> waiting;
        try
        {
            waiting = Picture.RedrawInTurnAsync(jpeg, FileKind.Jpeg, TestContext.Current.CancellationToken);
            (await Task.Run(() => Picture.Redraw(jpeg, FileKind.Jpeg), TestContext.Current.CancellationToken)).ShouldNotBeNull();
            waiting.IsCompleted.ShouldBeFalse();
        }
        finally
        {
            Picture.Turns.Release(2);
        }

        (await waiting)!.Width.ShouldBe(60);
    }

    [Theory]
    [InlineData(8000, 5000, true)]
    [InlineData(8000, 5001, false)]
    public void A_picture_of_more_than_forty_million_points_is_refused(int width, int height, bool taken)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8));
        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 80);

        (Picture.Redraw(encoded.ToArray(), FileKind.Png) is not null).ShouldBe(taken);
    }

    [Theory, OnBothDatabases]
    public async Task Bytes_that_somebody_brings_again_while_they_are_swept_stay(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var lost = await StoreAsync(site, Encoding.UTF8.GetBytes("les mêmes"), "perdu.txt", null, "somebody");
        var hash = (await RowAsync(site, lost)).Hash;
        site.Clock.Advance(TimeSpan.FromDays(31));

        await site.UseAsync<IServiceProvider>(async services =>
        {
            await ((IMedia)services.GetService(typeof(IMedia))!).StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes("les mêmes")), "garde.txt", null, "somebody", default);
            await site.RunJobAsync("media-sweep");
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });

        File.Exists(Path.Combine(site.Folder, "media", hash[..2], hash)).ShouldBeTrue();
    }

    private static async Task<string> StoreAsync(Site site, byte[] content, string name, string? text, string owner)
    {
        var path = string.Empty;
        await site.UseAsync<IServiceProvider>(async services =>
        {
            path = await ((IMedia)services.GetService(typeof(IMedia))!).StoreAsync(new MemoryStream(content), name, text, owner, default);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
        return path;
    }

    private static Task<MediaRow> RowAsync(Site site, string path) => site.InDatabaseAsync(db => db.Set<MediaRow>().AsNoTracking().SingleAsync(row => row.Path == path));

    private static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, 80);
        return encoded.ToArray();
    }

    /// <summary>The same picture with an EXIF block that says « turn me a quarter », and a script in its comment.</summary>
    private static byte[] Turned(byte[] jpeg)
    {
        byte[] exif = [0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0"u8, .. "MM\0*\0\0\0\b"u8, 0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00];
        var script = "<script>alert(1)</script>"u8;
        byte[] comment = [0xFF, 0xFE, 0x00, (byte)(script.Length + 2), .. script];
        return [.. jpeg[..2], .. exif, .. comment, .. jpeg[2..]];
    }
}
