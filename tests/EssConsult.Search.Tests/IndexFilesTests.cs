using EssConsult.Content.Contracts;
using EssConsult.Kernel.Events;
using EssConsult.Search.Contracts;
using EssConsult.Search.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Search.Tests;

/// <summary>The index may be lost at any time: whatever happens to its files, the next start finds everything again.</summary>
public sealed class IndexFilesTests
{
    public static TheoryData<string> Damages => ["delete everything", "delete one segment", "truncate every file", "truncate the last commit", "turn bits", "fill with noise", "another version"];

    [Theory, MemberData(nameof(Damages))]
    public async Task A_damaged_index_is_built_anew_at_the_next_start(string damage)
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Un ponton pour les canoës", "Sur l’Erdre.");
        var (index, follower) = (site.Services.GetRequiredService<NodeIndex>(), site.Services.GetRequiredService<IndexFollower>());
        follower.Dispose();
        index.Dispose();

        Apply(damage, Path.Combine(site.Folder, "index"));
        (await site.Visitor().GetAsync("/recherche?q=ponton")).Texts(".search-result").ShouldBeEmpty();
        var cursor = await follower.ResumeAsync(CancellationToken.None);
        cursor.ShouldBeNull();
        await follower.RebuildAsync(await EndAsync(site), CancellationToken.None);

        (await site.Visitor().GetAsync("/recherche?q=ponton")).Texts(".search-result h2").ShouldBe(["Un ponton pour les canoës"]);
    }

    [Fact]
    public async Task A_whole_index_goes_on_from_its_last_commit()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Une passerelle sur la Sèvre", "Pour les piétons.");
        var (index, follower) = (site.Services.GetRequiredService<NodeIndex>(), site.Services.GetRequiredService<IndexFollower>());
        follower.Dispose();
        index.Dispose();

        var cursor = await follower.ResumeAsync(CancellationToken.None);

        cursor.ShouldBe(await EndAsync(site));
        (await site.Visitor().GetAsync("/recherche?q=passerelle")).Texts(".search-result").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("while it runs")]
    [InlineData("when it stops")]
    public async Task An_index_that_cannot_be_written_costs_itself_and_not_the_site(string when)
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Une halle couverte", "Pour les jours de pluie.");
        var (index, follower) = (site.Services.GetRequiredService<NodeIndex>(), site.Services.GetRequiredService<IndexFollower>());
        var folder = Path.Combine(site.Folder, "index");

        // A folder that is no folder refuses every write, as a full disk does.
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, string.Empty, TestContext.Current.CancellationToken);
        if (when == "while it runs")
        {
            site.Clock.Advance(TimeSpan.FromSeconds(6));
        }
        else
        {
            follower.Stop();
        }

        index.IsOpen.ShouldBeFalse();
        (await site.Visitor().GetAsync("/recherche?q=halle")).Texts(".search-result").ShouldBeEmpty();
        File.Delete(folder);
        await follower.FollowAsync([Published("4another000000000000000000", await EndAsync(site))], CancellationToken.None);

        (await site.Visitor().GetAsync("/recherche?q=halle")).Texts(".search-result h2").ShouldBe(["Une halle couverte"]);
    }

    /// <summary>Lucene drops what it could not write: a commit after it would say that the index is current, and be missing a document for good.</summary>
    [Fact]
    public async Task What_a_reader_could_not_be_shown_is_not_committed_without_it()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Une halle couverte", "Pour les jours de pluie.");
        var index = site.Services.GetRequiredService<NodeIndex>();
        var folder = Path.Combine(site.Folder, "index");
        index.Put(new SearchDocument { Id = "4lost0000000000000000000", Kind = "Contribution", Title = "Un lavoir", Body = "À restaurer.", Url = "/lavoir", Language = "fr" }, "EssConsult.Contributions");
        index.Refresh();

        // For a moment nothing can be written, as on a full disk.
        Directory.Move(folder, folder + "-aside");
        await File.WriteAllTextAsync(folder, string.Empty, TestContext.Current.CancellationToken);
        index.Read(searcher => searcher.IndexReader.NumDocs).ShouldBeGreaterThan(0, "readers keep what they saw");

        File.Delete(folder);
        Directory.Move(folder + "-aside", folder);

        var end = await EndAsync(site);
        Should.Throw<IOException>(() => index.Commit(end));
    }

    [Fact]
    public async Task What_was_not_committed_before_a_crash_is_followed_again()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        var (index, follower) = (site.Services.GetRequiredService<NodeIndex>(), site.Services.GetRequiredService<IndexFollower>());
        follower.Dispose();
        var committed = await EndAsync(site);
        var id = await site.ContributionAsync("Des bancs à l’ombre", "Partout.");
        var after = await EndAsync(site);
        index.Dispose();

        var cursor = (await follower.ResumeAsync(CancellationToken.None)).ShouldNotBeNull();
        (await site.Visitor().GetAsync("/recherche?q=bancs")).Texts(".search-result").ShouldBeEmpty();
        cursor.ShouldBe(committed);
        await follower.FollowAsync([Published(id, after)], CancellationToken.None);

        (await site.Visitor().GetAsync("/recherche?q=bancs")).Texts(".search-result").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_event_may_come_twice_and_late()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        var kept = await site.ContributionAsync("Des fontaines à boire", "Sur chaque place.");
        var gone = await site.ContributionAsync("Des fontaines de vin", "Sur chaque place.");
        await site.SaveAsync<IContentStore>(store => store.RemoveAsync(gone, CancellationToken.None));
        await site.CatchUpAsync();
        var end = await EndAsync(site);
        var follower = site.Services.GetRequiredService<IndexFollower>();

        await follower.FollowAsync([Removed(gone, end), Published(gone, end), Published(kept, end), Published(kept, end)], CancellationToken.None);
        await follower.FollowAsync([Published(kept, end), Published(gone, end)], CancellationToken.None);

        (await site.Visitor().GetAsync("/recherche?q=fontaines")).Texts(".search-result h2").ShouldBe(["Des fontaines à boire"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_command_has_a_running_site_build_its_index_anew(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Un kiosque à musique", "Au parc.");
        var index = site.Services.GetRequiredService<NodeIndex>();
        index.Clear();
        index.Refresh();
        (await site.Visitor().GetAsync("/recherche?q=kiosque")).Texts(".search-result").ShouldBeEmpty();

        var (code, output) = await site.CommandAsync("search rebuild");
        await site.CatchUpAsync();

        code.ShouldBe(0);
        output.ShouldContain("chaque nœud reconstruit son index");
        (await site.Visitor().GetAsync("/recherche?q=kiosque")).Texts(".search-result").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_command_builds_it_itself_when_the_site_is_stopped()
    {
        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        await site.ContributionAsync("Une scène ouverte", "Le jeudi.");
        site.Services.GetRequiredService<IndexFollower>().Stop();

        var (code, output) = await site.CommandAsync("search rebuild");

        code.ShouldBe(0);
        output.ShouldContain("documents indexés");
    }

    private static void Apply(string damage, string folder)
    {
        var files = Directory.GetFiles(folder).Where(file => !file.EndsWith("write.lock", StringComparison.Ordinal) && !file.EndsWith("segments.gen", StringComparison.Ordinal)).Order().ToList();
        var noise = new Random(7);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var isCommit = Path.GetFileName(file).StartsWith("segments_", StringComparison.Ordinal);
            switch (damage)
            {
                case "delete everything":
                case "delete one segment" when file.EndsWith(".cfs", StringComparison.Ordinal) || file.EndsWith(".fdt", StringComparison.Ordinal):
                    File.Delete(file);
                    break;
                case "truncate every file":
                case "truncate the last commit" when isCommit:
                    File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                    break;
                case "turn bits" when !isCommit && bytes.Length > 40:
                    bytes[bytes.Length / 2] ^= 0x41;
                    File.WriteAllBytes(file, bytes);
                    break;
                case "fill with noise":
                    noise.NextBytes(bytes);
                    File.WriteAllBytes(file, bytes);
                    break;
                case "another version" when isCommit:
                    MakeAnotherVersion(folder);
                    break;
            }
        }
    }

    private static void MakeAnotherVersion(string folder)
    {
        using var directory = new Lucene.Net.Store.NIOFSDirectory(folder);
        using var writer = new Lucene.Net.Index.IndexWriter(directory, new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, Analysis.Analyzers.PerField));
        writer.SetCommitData(new Dictionary<string, string> { ["version"] = "0" });
        writer.Commit();
    }

    private static Task<OutboxCursor> EndAsync(Site site) => site.Services.GetRequiredService<Outbox>().EndAsync(CancellationToken.None);

    private static OutboxEvent Published(string id, OutboxCursor at) => new(at, nameof(ContentPublished), id, "{}");

    private static OutboxEvent Removed(string id, OutboxCursor at) => new(at, nameof(ContentRemoved), id, "{}");
}
