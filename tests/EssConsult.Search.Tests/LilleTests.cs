using EssConsult.Search.Querying;

namespace EssConsult.Search.Tests;

/// <summary>A real consultation of 196 proposals, where its data lie beside the repository.</summary>
public sealed class LilleTests(ITestOutputHelper output)
{
    private static readonly string[] Questions =
        ["vote blanc", "compteur linky", "transport en commun", "impôts sur le revenu", "énergies renouvelables", "députés", "référendum", "l'école", "retraites"];

    [Fact]
    public async Task Everyday_questions_are_answered_in_a_real_consultation()
    {
        if (Find() is not { } folder)
        {
            output.WriteLine("skipped: data not here");
            return;
        }

        await using var site = await Site.StartAsync(Database.Sqlite);
        await site.RecipeAsync("ess-roadmap");
        (await site.CommandAsync("import decidim", folder)).ExitCode.ShouldBe(0);
        await site.CatchUpAsync();

        foreach (var question in Questions)
        {
            var found = await site.UseAsync((SearchHandler search) => Task.FromResult(search.Search(new SearchRequest(question))));
            output.WriteLine($"{question}: {found.Total}, {string.Concat(found.Hits is [var first, ..] ? first.Title.Select(part => part.Text) : [])}");
            found.Total.ShouldBeGreaterThan(0, question);
            found.IsLoosened.ShouldBeFalse(question);
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "consultation-lille-2019");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
