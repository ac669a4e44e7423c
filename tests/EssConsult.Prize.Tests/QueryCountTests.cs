using System.Text.Json;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Sittings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Tests;

/// <summary>The pages of an edition take as many queries for three entries as for forty.</summary>
public sealed class QueryCountTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task Each_page_of_an_edition_takes_the_same_queries_for_three_entries_and_two_jurors_as_for_forty_and_nine(Database database)
    {
        var site = await sites.OnAsync(database);
        var (organiser, applicant) = (await site.OrganiserAsync(), await site.SignInAsync());
        var jurors = new List<Visitor>();
        for (var number = 0; number < 9; number++)
        {
            jurors.Add(await site.SignInAsync());
        }

        var (few, many) = (await CountAsync(site, organiser, applicant, [.. jurors.Take(2)], 3), await CountAsync(site, organiser, applicant, jurors, 40));

        many.ShouldBe(few);
    }

    private static async Task<Dictionary<string, int>> CountAsync(Site site, Visitor organiser, Visitor applicant, List<Visitor> jurors, int entries)
    {
        var counts = new Dictionary<string, int>();
        foreach (var stage in new[] { "Scoring", "Announced" })
        {
            var edition = await PlayAsync(site, applicant, jurors, entries, stage);
            var entry = await site.InDatabaseAsync(db => db.Set<Entry>().Where(row => row.EditionId == edition).OrderBy(row => row.Number).Select(row => row.Id).FirstAsync());
            var pages = new List<(Visitor Reader, string Name, string Path)>
            {
                (organiser, "edition", $"/admin/prix/{edition}"), (organiser, "entries", $"/admin/prix/{edition}/dossiers"), (organiser, "entry", $"/admin/prix/{edition}/dossiers/{entry}"),
                (jurors[0], "desk", $"/jury/{edition}"), (jurors[0], "sheet", $"/jury/{edition}/dossiers/{entry}"), (applicant, "receipt", $"/dossiers/{entry}/recu"),
            };
            if (stage == "Announced")
            {
                await site.InDatabaseAsync(async db =>
                {
                    db.Add(new Sitting { EditionId = edition, OpenedUtc = site.Clock.GetUtcNow().UtcDateTime, OpenedById = Guid.Empty });
                    await db.SaveChangesAsync();
                });
                pages.AddRange([(organiser, "room", $"/admin/prix/{edition}/deliberation"), (organiser, "simulation", $"/admin/prix/{edition}/simulation")]);
                pages.AddRange([(organiser, "ranking", $"/admin/prix/{edition}/classement"), (organiser, "minutes", $"/admin/prix/{edition}/proces-verbal"), (organiser, "register", $"/admin/prix/{edition}/registre.json"), (organiser, "figures", $"/prix/{edition}/chiffres"), (organiser, "gallery", $"/prix/{edition}/galerie"), (organiser, "gallery entry", $"/prix/{edition}/galerie/1")]);
            }

            foreach (var (reader, name, path) in pages)
            {
                var shown = await reader.GetAsync(path);
                shown.Status.ShouldBe(System.Net.HttpStatusCode.OK, path);
                counts[$"{stage} {name}"] = shown.Queries.Count;
            }
        }

        return counts;
    }

    private static async Task<string> PlayAsync(Site site, Visitor applicant, List<Visitor> jurors, int entries, string stage)
    {
        var edition = await site.EditionAsync(part => (part["Opens"], part["Closes"], part["Demo"]) = ("2026-01-01T08:00:00Z", "2026-02-01T08:00:00Z", true));
        var file = Path.Combine(site.Folder, $"{edition}.recipe.json");
        object recipe = new
        {
            name = "jury",
            steps = new[]
            {
                new
                {
                    name = "EssPrize",
                    Editions = new[]
                    {
                        new
                        {
                            EditionId = edition, Stage = stage, Gallery = true, Entries = Enumerable.Range(0, entries).Select(number => new { applicant.PersonId, Title = $"Dossier {number}", Answers = new { Project = "Oui.", Novelty = "Oui.", Territory = "Nantes" } }),
                            Jurors = jurors.Select((juror, number) => new { juror.PersonId, Name = $"Juré {number}", Email = $"jure-{number}@example.org" }), Links = new[] { new { Juror = 0, Entry = 1, Kind = "Family" } },
                            Sheets = from juror in Enumerable.Range(0, jurors.Count) from entry in Enumerable.Range(0, entries) where (juror, entry) != (0, 1) select new { Juror = juror, Entry = entry, Marks = new[] { (juror + entry) % 6, entry % 6, 3 } },
                            Awards = new[] { new { Entry = 0, Name = "Lauréat" } },
                        },
                    },
                },
            },
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(recipe));
        var (code, output) = await site.CommandAsync("recipe run", file);
        code.ShouldBe(0, output);
        await site.CatchUpAsync();
        return edition;
    }
}
