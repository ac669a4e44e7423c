using EssConsult.Discussion.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class DecidimImportTests
{
    private const string Proposals = """
        id;category/id;category/name/fr;title;body;votes;comments;created_at;url
        7;1;Transports;Un bus de nuit;"Une ligne, chaque samedi.";3;1;2019-01-24 22:29:15 +0100;http://decidim.example/f/111/proposals/7
        """;

    private const string Comments = """
        id;created_at;body;author/id;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url
        1;2019-01-25 10:00:00 +0100;Très utile;p_1;x;1;0;7;Decidim::Proposals::Proposal;http://decidim.example/f/111/proposals/7
        2;2019-01-25 11:00:00 +0100;Je réponds;p_2;y;0;1;1;Decidim::Comments::Comment;http://decidim.example/f/111/proposals/7
        3;2019-01-25 12:00:00 +0100;Ailleurs;p_3;z;-1;0;345;Decidim::Proposals::Proposal;http://ailleurs.example/f/88/proposals/345
        """;

    [Theory, OnBothDatabases]
    public async Task An_import_brings_texts_comments_and_supports_reports_orphans_and_changes_nothing_the_second_time(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var folder = Directory.CreateTempSubdirectory("decidim").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "proposals.csv"), Proposals, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "comments.csv"), Comments, TestContext.Current.CancellationToken);

        var (code, first) = await site.CommandAsync("import decidim", folder);
        var (_, second) = await site.CommandAsync("import decidim", folder);
        Directory.Delete(folder, recursive: true);

        code.ShouldBe(0);
        first.ShouldContain("1 contributions nouvelles ou changées, 2 commentaires, 3 soutiens ; 1 orphelins");
        first.ShouldContain("orphelin : comments.csv n° 3 : http://ailleurs.example/f/88/proposals/345");
        second.ShouldContain("0 contributions nouvelles ou changées, 0 commentaires, 0 soutiens ; 1 orphelins");
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.Title == "Un bus de nuit"));
        var counts = await site.InDatabaseAsync(db => db.Set<DiscussionCounts>().SingleAsync(found => found.ContentItemId == row.ContentItemId));
        (row.State, counts.Comments, counts.Supports).ShouldBe((ContributionState.Published, 2, 3));
    }

    /// <summary>Figures of the folder's own description: 29 debates, 196 proposals, 693 and 44 comments, 498 supports.</summary>
    [Fact]
    public async Task The_real_consultation_of_2019_comes_in_whole_with_its_44_orphans_reported()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "consultation-lille-2019"));
        if (!Directory.Exists(folder))
        {
            TestContext.Current.SendDiagnosticMessage("skipped: data not here");
            return;
        }

        await using var site = await Site.StartAsync(Database.Sqlite, new SiteOptions { Recipe = "ess-roadmap" });

        var (_, report) = await site.CommandAsync("import decidim", folder);

        report.ShouldContain("225 contributions nouvelles ou changées, 693 commentaires, 498 soutiens ; 44 orphelins");
    }
}
