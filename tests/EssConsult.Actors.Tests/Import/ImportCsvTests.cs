using System.Text;
using EssConsult.Actors.Contracts;
using EssConsult.Actors.Import;

namespace EssConsult.Actors.Tests.Import;

public sealed class ImportCsvTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_file_read_twice_changes_nothing_the_second_time(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var file = $"""
            nom;famille;commune;latitude;longitude;SIRET;colonne inconnue
            Une {word};association;NANTES;47,2184;-1,5536;;a
            Deux {word};SCOP;Rezé;;;732 829 320 00074;b
            Trois {word};mutuelle;;;;;c
            """;

        var first = await site.ReadAsync(file);
        var second = await site.ReadAsync(file);

        first.Sums.ShouldBe((3, 0, 0, 0, 0));
        second.Sums.ShouldBe((0, 0, 3, 0, 0));
        first.Import.LeftOut.ShouldBe("colonne inconnue");
        (await site.NamedAsync(word)).Select(actor => (actor.Name, actor.Family, actor.Commune, actor.Latitude, actor.Siren, actor.State)).ShouldBe(
        [
            ($"Deux {word}", ActorFamily.Cooperative, "Rezé", null, "732829320", ActorState.Published),
            ($"Trois {word}", ActorFamily.Mutual, null, null, null, ActorState.Published),
            ($"Une {word}", ActorFamily.Association, "Nantes", 47.2184, null, ActorState.Published),
        ]);
    }

    [Theory, OnBothDatabases]
    public async Task A_check_reports_the_same_and_writes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var file = $"nom,commune\nUne {word},Nantes\nUne {word},Nantes\nDeux {word},Rezé\n,Rezé\n";

        var check = await site.ReadAsync(file, apply: false);
        (await site.NamedAsync(word)).ShouldBeEmpty();
        var applied = await site.ReadAsync(file);

        check.Sums.ShouldBe((2, 0, 0, 1, 1));
        applied.Sums.ShouldBe(check.Sums);
        applied.Lines.Select(line => (line.Line, line.Outcome)).ShouldBe(check.Lines.Select(line => (line.Line, line.Outcome)));
        (await site.NamedAsync(word)).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_value_updates_and_an_empty_cell_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ReadAsync($"cle externe,nom,commune,site web\nk-{word},Une {word},Nantes,exemple.org\n");

        var report = await site.ReadAsync($"cle externe,nom,commune,site web\nk-{word},Une autre {word},,\n");

        report.Sums.ShouldBe((0, 1, 0, 0, 0));
        var actor = (await site.NamedAsync(word)).ShouldHaveSingleItem();
        (actor.Name, actor.Commune, actor.Website).ShouldBe(($"Une autre {word}", "Nantes", "https://exemple.org"));
        (await site.PublishedAsync<ActorChanged>()).ShouldContain(new ActorChanged(actor.Id));
    }

    [Theory, OnBothDatabases]
    public async Task Namesakes_are_told_apart_by_their_numbers_and_their_communes(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var file = $"nom,commune,cle externe\nBio {word},Nantes,a{word}\nBio {word},Nantes,b{word}\nBio {word},Rezé,\n";

        (await site.ReadAsync(file)).Sums.ShouldBe((3, 0, 0, 0, 0));
        (await site.ReadAsync(file)).Sums.ShouldBe((0, 0, 3, 0, 0));

        var doubtful = await site.ReadAsync($"nom,commune\nBio {word},\n");
        doubtful.Sums.ShouldBe((0, 0, 0, 0, 1));
        doubtful.Sentences.ShouldBe(["Plusieurs structures de l’annuaire portent ce nom : ajoutez la commune ou un numéro."]);
    }

    [Theory, OnBothDatabases]
    public async Task Numbers_of_two_structures_on_one_line_are_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        await site.ReadAsync($"nom,cle externe,siret\nUne {word},k{word},\nDeux {word},,41816609600069\n");

        var report = await site.ReadAsync($"nom,cle externe,siret\nUne {word},k{word},41816609600069\n");

        report.Lines.ShouldHaveSingleItem().Remarks.ShouldHaveSingleItem().Sentence.ShouldBe("Ses identifiants désignent deux structures différentes de l’annuaire.");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_on_a_line_is_said_and_the_rest_is_kept(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();

        var report = await site.ReadAsync(
            $"nom,famille,siret,code postal,latitude,longitude,email,site web,secteur\nUne {word},confrérie,123,4400,-1.55,47.21,nulle part,deux mots,astrologie\n");

        report.Import.FlaggedLines.ShouldBe(1);
        report.Sentences.Select(sentence => sentence.Split(' ')[1]).ShouldBe(["SIRET", "famille", "secteur", "code", "{0}", "web", "{0}"], ignoreOrder: true);
        var actor = (await site.NamedAsync(word)).ShouldHaveSingleItem();
        (actor.Latitude, actor.Longitude, actor.PositionDoubt, actor.Siret, actor.Postcode).ShouldBe((47.21, -1.55, PositionDoubt.Swapped, null, null));
    }

    [Theory, OnBothDatabases]
    public async Task A_spreadsheet_in_Windows_letters_reads_as_one_in_UTF8(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();

        await site.ReadAsync($"nom;commune\nL’Œuvre {word};Bouguenais\n", encoding: CodePagesEncodingProvider.Instance.GetEncoding(1252));

        (await site.NamedAsync(word)).ShouldHaveSingleItem().Name.ShouldBe($"L’Œuvre {word}");
    }

    [Theory, OnBothDatabases]
    public async Task A_quotation_mark_that_never_closes_is_reported_not_swallowed(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();

        var report = await site.ReadAsync($"nom,commune\nUne {word},Nantes\n\"Deux {word},Nantes\nTrois {word},Nantes\n");

        report.Lines.Select(line => (line.Line, line.Outcome)).ShouldBe([(2, LineOutcome.Created), (3, LineOutcome.Refused)]);
        report.Sentences.ShouldBe(["Un guillemet n’est jamais refermé : rien n’a pu être lu à partir de cette ligne."]);
    }

    [Theory, OnBothDatabases]
    public async Task More_than_one_batch_is_read_whole(Database database)
    {
        var site = await sites.OnAsync(database);
        var word = Seed.Word();
        var file = "nom,commune\n" + string.Concat(Enumerable.Range(1, 1_203).Select(number => $"Structure {number} {word},Nantes\n"));

        (await site.ReadAsync(file)).Sums.ShouldBe((1_203, 0, 0, 0, 0));
        (await site.ReadAsync(file)).Sums.ShouldBe((0, 0, 1_203, 0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task What_the_site_exports_it_reads_back_unchanged(Database database)
    {
        await using var site = await Site.StartAsync(database);
        var moderator = await site.ModeratorAsync();
        await site.ReadAsync(""""
            nom,famille,commune,latitude,longitude,telephone,description,cle externe
            =Formule,association,Nantes,47.2184,-1.5536,+33 2 40 75 63 36,"Une ligne,
            et ""une autre""",a
            '-Apostrophe,fondation,Rezé,,,,- un,b
            """");
        await site.ActorAsync("Archivée", state: ActorState.Archived);

        var export = await moderator.Client.GetByteArrayAsync("/admin/structures/export.csv", TestContext.Current.CancellationToken);

        (await site.ReadAsync(export)).Sums.ShouldBe((0, 0, 3, 0, 0));
        await using var other = await Site.StartAsync(database);
        (await other.ReadAsync(export)).Sums.ShouldBe((3, 0, 0, 0, 0));
        (await other.FindAsync("=Formule"))!.Facts().ShouldBe((await site.FindAsync("=Formule"))!.Facts());
        (await other.FindAsync("Archivée"))!.State.ShouldBe(ActorState.Archived);
    }
}
