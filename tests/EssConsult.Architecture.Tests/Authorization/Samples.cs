using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Queries.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Architecture.Tests.Authorization;

/// <summary>Addresses with something behind them, so that a refusal is the door's and not that of an empty room.</summary>
internal sealed class Samples(IReadOnlyDictionary<string, string> paths)
{
    private const string Nothing = "00000000-0000-0000-0000-000000000000";
    private const string Answer = "11111111-1111-1111-1111-111111111111";

    public string Fill(string address)
    {
        var end = address.IndexOf("?handler=", StringComparison.Ordinal) is >= 0 and var query ? query : address.Length;
        var path = address[..end];
        return (path.Contains('{', StringComparison.Ordinal) ? paths.GetValueOrDefault(path) ?? throw new KeyNotFoundException($"Samples.cs needs an address for {path}.") : path) + address[end..];
    }

    public static async Task<Samples> FindAsync(Site site)
    {
        var contribution = await site.InDatabaseAsync(db => db.Set<ContributionRow>().Where(row => row.State == ContributionState.Published).OrderBy(row => row.ContentItemId).FirstAsync());
        var slug = (await site.InDatabaseAsync(db => db.Set<ContentRow>().FirstAsync(row => row.ContentItemId == contribution.ContentItemId && row.Published))).Path!.Split('/')[1];
        var taxonomy = await site.InDatabaseAsync(db => db.Set<ContentRow>().FirstAsync(row => row.Path == "secteurs" && row.Published));
        var term = await site.UseAsync<IContentStore, string>(async store => (await store.FindAsync(taxonomy.ContentItemId, ContentVersion.Published, default))!.Content["TaxonomyPart"]!["Terms"]![0]!["ContentItemId"]!.ToString());
        var (comment, person) = (await IdAsync(site, "SELECT id AS \"Value\" FROM comment WHERE parent_id IS NULL ORDER BY id"), await IdAsync(site, "SELECT id AS \"Value\" FROM person ORDER BY id"));
        var (actor, actorSlug) = (await IdAsync(site, "SELECT id AS \"Value\" FROM actor ORDER BY id"), await IdAsync(site, "SELECT slug AS \"Value\" FROM actor ORDER BY id"));
        var (item, run) = (contribution.ContentItemId, await IdAsync(site, "SELECT id AS \"Value\" FROM recipe_run ORDER BY id"));
        await site.ExecuteAsync("INSERT INTO workflow_instance (id, type_id, correlation_id, status, state, created_utc, modified_utc, version) VALUES ('4sample', '4welcome', '', 'Faulted', '{{}}', '2027-01-01 00:00:00', '2027-01-01 00:00:00', 1) ON CONFLICT DO NOTHING");
        var gathering = await IdAsync(site, "SELECT content_item_id AS \"Value\" FROM event WHERE parent_id IS NULL AND takes_registrations ORDER BY content_item_id");
        var archived = await IdAsync(site, "SELECT content_item_id AS \"Value\" FROM event WHERE NOT is_demo ORDER BY content_item_id");
        var (judged, edition) = (await IdAsync(site, "SELECT content_item_id AS \"Value\" FROM prize_edition WHERE stage = 'Announced'"), await IdAsync(site, "SELECT content_item_id AS \"Value\" FROM prize_edition WHERE stage = 'Call' AND is_demo"));
        var (counted, voting) = (await IdAsync(site, "SELECT CAST(id AS TEXT) AS \"Value\" FROM ballot WHERE state = 'Counted'"), await IdAsync(site, "SELECT CAST(id AS TEXT) AS \"Value\" FROM ballot WHERE state = 'Open'"));
        var prepared = await IdAsync(site, "SELECT CAST(id AS TEXT) AS \"Value\" FROM ballot WHERE state = 'Draft'");
        await AddFormAsync(site);
        await AddQueryAsync(site);
        return new Samples(new Dictionary<string, string>
        {
            ["/{**path}"] = "/charte",
            ["/admin/circuits/{id}"] = "/admin/circuits/4welcome",
            ["/admin/circuits/{id}/executions/{run}"] = "/admin/circuits/4welcome/executions/4sample",
            ["/admin/circuits/{id}/brouillon.json"] = "/admin/circuits/4welcome/brouillon.json",
            ["/admin/circuits/{id}/modifier"] = "/admin/circuits/4welcome/modifier",
            ["/admin/circuits/{id}/modifier/{step}"] = "/admin/circuits/4welcome/modifier/mail",
            ["/admin/circuits/{id}/simuler"] = "/admin/circuits/4welcome/simuler",
            ["/admin/circuits/{id}/reglages"] = "/admin/circuits/4welcome/reglages",
            ["/workflows/invoke/{token?}"] = "/workflows/invoke/nothing",
            ["/admin/contenus/{id}"] = $"/admin/contenus/{item}",
            ["/admin/contenus/{id}/apercu"] = $"/admin/contenus/{item}/apercu",
            ["/admin/contenus/{id}/elements/{element}"] = $"/admin/contenus/{taxonomy.ContentItemId}/elements/{term}",
            ["/admin/contenus/{id}/historique"] = $"/admin/contenus/{item}/historique",
            ["/admin/contenus/nouveau/{type}"] = "/admin/contenus/nouveau/Page",
            ["/admin/ecrire/message/{id:guid?}"] = "/admin/ecrire/message",
            ["/admin/formulaires/{id}"] = "/admin/formulaires/4sampleform",
            ["/admin/formulaires/{id}/reponses.csv"] = "/admin/formulaires/4sampleform/reponses.csv",
            ["/admin/formulaires/fichiers/{id:guid}"] = $"/admin/formulaires/fichiers/{Nothing}",
            ["/admin/formulaires/reponse/{id:guid}"] = $"/admin/formulaires/reponse/{Answer}",
            ["/formulaires/{item}/{form?}"] = "/formulaires/4sampleform",
            ["/admin/codes-courts/{name}"] = "/admin/codes-courts/nouveau",
            ["/admin/gabarits/{name}"] = "/admin/gabarits/nouveau",
            ["/admin/medias/{**path}"] = "/admin/medias/rien.png",
            ["/admin/modeles/importer/{id:guid}"] = $"/admin/modeles/importer/{Nothing}",
            ["/admin/modeles/jouer/{name}"] = "/admin/modeles/jouer/demo",
            ["/admin/modeles/rapports/{id:guid}"] = $"/admin/modeles/rapports/{run}",
            ["/admin/personnes/{id}"] = $"/admin/personnes/{person}",
            ["/admin/questionnaires/{id}"] = "/admin/questionnaires/4sampleform",
            ["/admin/questionnaires/{id}/codes"] = "/admin/questionnaires/4sampleform/codes",
            ["/admin/questionnaires/{id}/codes.csv"] = "/admin/questionnaires/4sampleform/codes.csv",
            ["/admin/questionnaires/{id}/resultats"] = "/admin/questionnaires/4sampleform/resultats",
            ["/admin/reponses/{id}"] = $"/admin/reponses/{item}",
            ["/admin/requetes/{name}"] = "/admin/requetes/Sample",
            ["/admin/requetes/{name}/resultat.csv"] = "/admin/requetes/Sample/resultat.csv",
            ["/admin/requetes/{name}/supprimer"] = "/admin/requetes/Sample/supprimer",
            ["/admin/roles/{nom}"] = "/admin/roles/Editor",
            ["/admin/structures/{id:guid}"] = $"/admin/structures/{actor}",
            ["/admin/structures/import/{id:guid}"] = $"/admin/structures/import/{Nothing}",
            ["/admin/structures/import/{id:guid}/rapport.csv"] = $"/admin/structures/import/{Nothing}/rapport.csv",
            ["/admin/types/{name}"] = "/admin/types/Contribution",
            ["/admin/types/{name}/blocs/{part}"] = "/admin/types/Contribution/blocs/TitlePart",
            ["/admin/types/{name}/champs/{field}"] = "/admin/types/Contribution/champs/Sector",
            ["/admin/types/{name}/champs/nouveau"] = "/admin/types/Contribution/champs/nouveau",
            ["/api/contributions/{id}"] = $"/api/contributions/{item}",
            ["/api/queries/{name}"] = "/api/queries/Sample",
            ["/api/structures/{id:guid}"] = $"/api/structures/{actor}",
            ["/assets/{version}/{**path}"] = "/assets/0/site.css",
            ["/commentaires/{id:guid}"] = $"/commentaires/{comment}",
            ["/commentaires/{id:guid}/modifier"] = $"/commentaires/{comment}/modifier",
            ["/commentaires/{id:guid}/versions"] = $"/commentaires/{comment}/versions",
            ["/compte/contributions/{id}/supprimer"] = $"/compte/contributions/{item}/supprimer",
            ["/openapi/{documentName}.json"] = "/openapi/v1.json",
            ["/contribuer/{id?}"] = "/contribuer",
            ["/contribuer/{id}/envoyee"] = $"/contribuer/{item}/envoyee",
            ["/contribuer/{id}/relire"] = $"/contribuer/{item}/relire",
            ["/contributions/{slug}"] = $"/contributions/{slug}",
            ["/contributions/{slug}/modifier"] = $"/contributions/{slug}/modifier",
            ["/contributions/{slug}/versions"] = $"/contributions/{slug}/versions",
            ["/demarches/{slug}"] = "/demarches/vers-la-feuille-de-route-ess-2030",
            ["/discussion/{id}"] = $"/discussion/{item}",
            ["/discussion/{id}/commenter"] = $"/discussion/{item}/commenter",
            ["/discussion/{id}/fil/{rootId:guid}"] = $"/discussion/{await IdAsync(site, $"SELECT content_item_id AS \"Value\" FROM comment WHERE id = '{comment}'")}/fil/{comment}",
            ["/discussion/{id}/soutien"] = $"/discussion/{item}/soutien",
            ["/discussion/{id}/suivi"] = $"/discussion/{item}/suivi",
            ["/media/{**path}"] = "/media/rien.png",
            ["/admin/rendez-vous/{id}"] = $"/admin/rendez-vous/{gathering}",
            ["/admin/rendez-vous/{id}/besoins"] = $"/admin/rendez-vous/{gathering}/besoins",
            ["/admin/rendez-vous/{id}/en-ligne"] = $"/admin/rendez-vous/{gathering}/en-ligne",
            ["/admin/rendez-vous/{id}/inscriptions.csv"] = $"/admin/rendez-vous/{gathering}/inscriptions.csv",
            ["/admin/rendez-vous/{id}/inscriptions.xlsx"] = $"/admin/rendez-vous/{gathering}/inscriptions.xlsx",
            ["/admin/rendez-vous/{id}/inscriptions/{registration:guid}"] = $"/admin/rendez-vous/{gathering}/inscriptions/{Nothing}",
            ["/admin/rendez-vous/{id}/invitations"] = $"/admin/rendez-vous/{gathering}/invitations",
            ["/rendez-vous/{id}.ics"] = $"/rendez-vous/{gathering}.ics",
            ["/rendez-vous/{id}/inscription"] = $"/rendez-vous/{gathering}/inscription",
            ["/api/events/{id}"] = $"/api/events/{archived}",
            ["/inscription/{id:guid}"] = $"/inscription/{Nothing}",
            ["/inscription/{id:guid}.ics"] = $"/inscription/{Nothing}.ics",
            ["/inscription/{id:guid}/modifier"] = $"/inscription/{Nothing}/modifier",
            ["/accueil/{id}"] = $"/accueil/{gathering}",
            ["/accueil/{id}/etat.json"] = $"/accueil/{gathering}/etat.json",
            ["/accueil/{id}/hors-ligne"] = $"/accueil/{gathering}/hors-ligne",
            ["/accueil/{id}/liste.json"] = $"/accueil/{gathering}/liste.json",
            ["/accueil/{id}/passages"] = $"/accueil/{gathering}/passages",
            ["/admin/rendez-vous/{id}/accueil"] = $"/admin/rendez-vous/{gathering}/accueil",
            ["/admin/rendez-vous/{id}/avis"] = $"/admin/rendez-vous/{gathering}/avis",
            ["/admin/rendez-vous/{id}/badges.pdf"] = $"/admin/rendez-vous/{gathering}/badges.pdf",
            ["/admin/rendez-vous/{id}/compte-rendu"] = $"/admin/rendez-vous/{gathering}/compte-rendu",
            ["/admin/rendez-vous/{id}/emargement.pdf"] = $"/admin/rendez-vous/{gathering}/emargement.pdf",
            ["/admin/rendez-vous/{id}/fiches"] = $"/admin/rendez-vous/{gathering}/fiches",
            ["/admin/rendez-vous/{id}/tables"] = $"/admin/rendez-vous/{gathering}/tables",
            ["/admin/rendez-vous/{id}/voeux"] = $"/admin/rendez-vous/{gathering}/voeux",
            ["/inscription/{id:guid}/attestation.pdf"] = $"/inscription/{Nothing}/attestation.pdf",
            ["/inscription/{id:guid}/attestation.txt"] = $"/inscription/{Nothing}/attestation.txt",
            ["/inscription/{id:guid}/avis"] = $"/inscription/{Nothing}/avis",
            ["/inscription/{id:guid}/billet.pdf"] = $"/inscription/{Nothing}/billet.pdf",
            ["/inscription/{id:guid}/voeux"] = $"/inscription/{Nothing}/voeux",
            ["/admin/prix/{id}"] = $"/admin/prix/{edition}",
            ["/admin/prix/{id}/classement"] = $"/admin/prix/{judged}/classement",
            ["/admin/prix/{id}/deliberation"] = $"/admin/prix/{judged}/deliberation",
            ["/admin/prix/{id}/simulation"] = $"/admin/prix/{judged}/simulation",
            ["/jury/{edition}/deliberation"] = $"/jury/{judged}/deliberation",
            ["/jury/{edition}/presidence"] = $"/jury/{judged}/presidence",
            ["/admin/prix/{id}/dossiers"] = $"/admin/prix/{edition}/dossiers",
            ["/admin/prix/{id}/dossiers/{entry:guid}"] = $"/admin/prix/{edition}/dossiers/{Nothing}",
            ["/admin/prix/{id}/proces-verbal"] = $"/admin/prix/{judged}/proces-verbal",
            ["/admin/prix/{id}/registre.json"] = $"/admin/prix/{judged}/registre.json",
            ["/dossiers/{id:guid}"] = $"/dossiers/{Nothing}",
            ["/dossiers/{id:guid}/envoyer"] = $"/dossiers/{Nothing}/envoyer",
            ["/dossiers/{id:guid}/recu"] = $"/dossiers/{Nothing}/recu",
            ["/jury/{edition}"] = $"/jury/{edition}",
            ["/jury/{edition}/dossiers/{id:guid}"] = $"/jury/{edition}/dossiers/{Nothing}",
            ["/jury/{edition}/liens"] = $"/jury/{edition}/liens",
            ["/prix/{id}/deposer"] = $"/prix/{edition}/deposer",
            ["/admin/prix/{id}/retards"] = $"/admin/prix/{edition}/retards",
            ["/dossiers/fichiers/{id:guid}"] = $"/dossiers/fichiers/{Nothing}",
            ["/dossiers/{id:guid}/complements"] = $"/dossiers/{Nothing}/complements",
            ["/dossiers/{id:guid}/certificat.pdf"] = $"/dossiers/{Nothing}/certificat.pdf",
            ["/dossiers/{id:guid}/copie.pdf"] = $"/dossiers/{Nothing}/copie.pdf",
            ["/dossiers/{id:guid}/jury"] = $"/dossiers/{Nothing}/jury",
            ["/dossiers/{id:guid}/equipe"] = $"/dossiers/{Nothing}/equipe",
            ["/jury/{edition}/retards"] = $"/jury/{edition}/retards",
            ["/prix/{id}/galerie/{number:int}/fichiers/{file:guid}"] = $"/prix/{judged}/galerie/1/fichiers/{Nothing}",
            ["/prix/{id}/retard"] = $"/prix/{edition}/retard",
            ["/prix/{id}/chiffres"] = $"/prix/{judged}/chiffres",
            ["/prix/{id}/galerie"] = $"/prix/{judged}/galerie",
            ["/prix/{id}/galerie/{number:int}"] = $"/prix/{judged}/galerie/1",
            ["/prix/{id}/questions"] = $"/prix/{edition}/questions",
            ["/admin/votes/{id:guid}"] = $"/admin/votes/{prepared}",
            ["/admin/votes/{id:guid}/apercu"] = $"/admin/votes/{prepared}/apercu",
            ["/admin/rendez-vous/{id}/votes"] = $"/admin/rendez-vous/{gathering}/votes",
            ["/admin/votes/{id:guid}/bureau"] = $"/admin/votes/{voting}/bureau",
            ["/admin/votes/{id:guid}/bureau/lots/{batch:guid}"] = $"/admin/votes/{voting}/bureau/lots/{Nothing}",
            ["/admin/votes/{id:guid}/bureau/saisie/{batch:guid?}"] = $"/admin/votes/{voting}/bureau/saisie",
            ["/votes/{id:guid}/lots.csv"] = $"/votes/{counted}/lots.csv",
            ["/votes/{id:guid}/tablette"] = $"/votes/{voting}/tablette",
            ["/admin/votes/{id:guid}/questions/{question}"] = $"/admin/votes/{prepared}/questions/q1",
            ["/admin/votes/{id:guid}/verification"] = $"/admin/votes/{prepared}/verification",
            ["/admin/prix/{id}/vote-du-public"] = $"/admin/prix/{edition}/vote-du-public",
            ["/votes/{id:guid}/adresse"] = $"/votes/{voting}/adresse",
            ["/votes/{id:guid}/confirmer"] = $"/votes/{voting}/confirmer",
            ["/votes/{id:guid}/contester"] = $"/votes/{voting}/contester",
            ["/votes/{id:guid}/heures.csv"] = $"/votes/{counted}/heures.csv",
            ["/votes/{id:guid}/recus-heures.csv"] = $"/votes/{counted}/recus-heures.csv",
            ["/votes/{id:guid}"] = $"/votes/{voting}",
            ["/votes/{id:guid}/bulletins.json"] = $"/votes/{counted}/bulletins.json",
            ["/votes/{id:guid}/comptes.csv"] = $"/votes/{counted}/comptes.csv",
            ["/votes/{id:guid}/ecran"] = $"/votes/{voting}/ecran",
            ["/votes/{id:guid}/participation.csv"] = $"/votes/{counted}/participation.csv",
            ["/votes/{id:guid}/participation.json"] = $"/votes/{voting}/participation.json",
            ["/votes/{id:guid}/recu"] = $"/votes/{voting}/recu",
            ["/votes/{id:guid}/recus.txt"] = $"/votes/{counted}/recus.txt",
            ["/votes/{id:guid}/regle.json"] = $"/votes/{voting}/regle.json",
            ["/votes/{id:guid}/resultat.json"] = $"/votes/{counted}/resultat.json",
            ["/votes/{id:guid}/voter"] = $"/votes/{voting}/voter",
            ["/signaler/{kind:regex(^(contenu|commentaire)$)}/{id}"] = $"/signaler/contenu/{item}",
            ["/structures/{slug}"] = $"/structures/{actorSlug}",
            ["/structures/{slug}/modifier"] = $"/structures/{actorSlug}/modifier",
            ["/structures/{slug}/rejoindre"] = $"/structures/{actorSlug}/rejoindre",
        });
    }

    private static async Task AddFormAsync(Site site)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var form = new ContentItem { ContentItemId = "4sampleform", ContentItemVersionId = "4sampleform1", ContentType = "Form", DisplayText = "Exemple", Latest = true, Published = true };
            (form.Content["FormPart"], form.Content["EssQuestionnairePart"]) = (new JsonObject { ["Method"] = "POST" }, new JsonObject());
            await ((IContentStore)services.GetService(typeof(IContentStore))!).ImportAsync(form, default);
            await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
        });
        await site.ExecuteAsync($"INSERT INTO form_submission (id, shown_id, form_id, page_id, version_id, title, at_utc, answers, answers_key) VALUES ('{Answer}', '{Answer}', '4sampleform', '4sampleform', '4sampleform1', 'Exemple', '2027-01-01 00:00:00', '[]', '') ON CONFLICT DO NOTHING");
    }

    private static async Task AddQueryAsync(Site site)
    {
        await site.ExecuteAsync("INSERT INTO query (name, source, json, modified_utc) VALUES ('Sample', 'Sql', '{{\"Template\":\"SELECT ContentType FROM ContentItemIndex\"}}', '2027-01-01 00:00:00') ON CONFLICT DO NOTHING");
        await site.InDatabaseAsync(async db =>
        {
            db.Publish(new QueriesChanged(["Sample"]));
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    private static Task<string> IdAsync(Site site, string query) => site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>(query).FirstAsync());
}
