using EssConsult.Actors.Import;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Import;

/// <summary>Directories as they are published, kept beside the repository and not in it.</summary>
public sealed class RealDataTests
{
    private const string Swapped = "Latitude {0} et longitude {1} sont inversées : elles sont remises dans l’ordre, à vérifier.";
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "data", "actors");

    [Theory, OnBothDatabases]
    public async Task All_510_swapped_coordinates_of_the_AMAP_are_flagged_and_each_structure_is_created_once(Database database)
    {
        if (await FindAsync("amap-loire-atlantique-2016", "amap_producteurs.csv") is not { } file)
        {
            return;
        }

        await using var site = await Site.StartAsync(database);

        var first = await site.ReadAsync(file);
        var second = await site.ReadAsync(file);

        (first.Import.Lines, first.Import.FlaggedLines).ShouldBe((510, 510));
        first.Lines.GroupBy(line => line.Line).Count(line => line.All(structure => structure.Remarks.Any(remark => remark.Sentence == Swapped))).ShouldBe(510);
        first.Lines.Count.ShouldBe(2 * 510);
        first.Sums.ShouldBe((109 + 168, 0, 0, (2 * 510) - 109 - 168, 0));
        second.Sums.ShouldBe((0, 0, 109 + 168, (2 * 510) - 109 - 168, 0));
        first.Import.LeftOut.ShouldBe("Distance, Produits, QuartierAmap");
        var actors = await site.InDatabaseAsync(db => db.Set<Actor>().ToListAsync());
        actors.Count(actor => actor.Family is not null).ShouldBe(109);
        actors.ShouldAllBe(actor => actor.PositionDoubt == PositionDoubt.Swapped && actor.Latitude > 46 && actor.Longitude < 0);
    }

    [Theory, OnBothDatabases]
    public async Task The_two_versions_of_the_reuse_directory_merge_by_their_ids(Database database)
    {
        if (await FindAsync("nantes-reemploi-osm-2020", "structures.geojson") is not { } before || await FindAsync("nantes-reemploi-osm-2020", "structures_apres_retouche.json") is not { } after)
        {
            return;
        }

        await using var site = await Site.StartAsync(database);

        var first = await site.ReadAsync(before);
        var second = await site.ReadAsync(after);
        var third = await site.ReadAsync(after);

        first.Sums.ShouldBe((355, 0, 0, 0, 0));
        (second.Import.Lines, second.Import.Created, second.Import.Refused).ShouldBe((356, 0, 1));
        (second.Import.Updated + second.Import.Unchanged).ShouldBe(355);
        third.Sums.ShouldBe((0, 0, 355, 0, 1));
        second.Lines.Where(line => line.Outcome == LineOutcome.Refused).ShouldHaveSingleItem().Line.ShouldBe(356);
        (await site.InDatabaseAsync(db => db.Set<Actor>().CountAsync())).ShouldBe(355);
    }

    private static async Task<byte[]?> FindAsync(string folder, string name)
    {
        var path = Path.Combine(Folder, folder, name);
        if (File.Exists(path))
        {
            return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        }

        TestContext.Current.TestOutputHelper?.WriteLine("skipped: data not here");
        return null;
    }
}
