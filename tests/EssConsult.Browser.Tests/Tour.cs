using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>
/// The pages of the site and how to get to each: <c>/admin/contenus → .row-title</c> follows the first such link. The key is the
/// page's own route, so that a test finds the pages that nobody looks at.
/// </summary>
internal static class Tour
{
    public const string Administrator = "Administrateur de démonstration";
    public const string Facilitator = "Animatrice de démonstration";
    public const string Citizen = "Citoyenne de démonstration";
    public const string Contribution = "/contributions/des-composteurs-au-pied-de-toutes-les-residences-bailleurs-compris";

    public const string Plenary = "/rendez-vous/pleniere-feuille-de-route-2030";

    /// <summary>The organiser's page of the plenary, whatever events other tests add.</summary>
    public const string PlenaryOrganised = "/admin/rendez-vous → .row-title:has-text('de l’idée à la feuille de route')";

    public static readonly TheoryData<string, string> Public = new()
    {
        { "/", "/" },
        { "/demarches", "/demarches" },
        { "/demarches/{slug}", "/demarches/vers-la-feuille-de-route-ess-2030" },
        { "/demarches/{slug}", "/demarches → .card-title a >> nth=1" },
        { "/contributions", "/contributions" },
        { "/contributions", "/contributions?q=introuvable" },
        { "/contributions/{slug}", Contribution },
        { "/contributions/{slug}/versions", Contribution + "/versions" },
        { "/contribuer/{id?}", "/contribuer" },
        { "/discussion/{id}/commenter", Contribution + " → a[href$='/commenter']" },
        { "/discussion/{id}/commenter", Contribution + " → a[href*='reponse=']" },
        { "/discussion/{id}/soutien", Contribution + " → a[href$='/soutien']" },
        { "/discussion/{id}/suivi", Contribution + " → a[href$='/suivi']" },
        { "/signaler/{kind:regex(^(contenu|commentaire)$)}/{id}", Contribution + " → a[href*='/signaler/contenu/']" },
        { "/signaler/{kind:regex(^(contenu|commentaire)$)}/{id}", Contribution + " → a[href*='/signaler/commentaire/']" },
        { "/reponses", "/reponses" },
        { "/{**path}", "/feuille-de-route" },
        { "/{**path}", "/feuille-de-route/priorite-1" },
        { "/{**path}", "/feuille-de-route/objectif-4" },
        { "/{**path}", "/a-propos" },
        { "/{**path}", "/mentions-legales" },
        { "/{**path}", "/donnees-personnelles" },
        { "/{**path}", "/accessibilite" },
        { "/{**path}", "/charte" },
        { "/contact", "/contact" },
        { "/plan-du-site", "/plan-du-site" },
        { "/donnees-ouvertes", "/donnees-ouvertes" },
        { "/rendez-vous", "/rendez-vous" },
        { "/rendez-vous", "/rendez-vous?passes=true" },
        { "/{**path}", Plenary },
        { "/{**path}", "/rendez-vous?passes=true → .card-title a" },
        { "/rendez-vous/{id}/inscription", Plenary + " → .event-registration a" },
        { "/prix", "/prix" },
        { "/{**path}", "/prix/edition-precedente" },
        { "/{**path}", "/prix/edition-en-cours" },
        { "/{**path}", "/prix/fonds-d-amorcage" },
        { "/prix/{id}/chiffres", "/prix/edition-precedente → a[href$='/chiffres']" },
        { "/prix/{id}/galerie", "/prix/edition-precedente → a[href$='/galerie']" },
        { "/prix/{id}/galerie/{number:int}", "/prix/edition-precedente → a[href$='/galerie'] → .card h2 a" },
        { "/prix/{id}/questions", "/prix/fonds-d-amorcage → a[href$='/questions']" },
        { "/votes", "/votes" },
        { "/votes/{id:guid}", "/votes → main a:has-text('approfondir en atelier')" },
        { "/votes/{id:guid}", "/votes → main a:has-text('commencer les ateliers')" },
        { "/billets/verifier", "/billets/verifier" },
        { "/etre-informe", "/etre-informe" },
        { "/recherche", "/recherche" },
        { "/recherche", "/recherche?q=composteur" },
        { "/recherche", "/recherche?q=introuvablement" },
        { "/structures", "/structures" },
        { "/structures/{slug}", "/structures → .card-title a" },
        { "/connexion", "/connexion" },
        { "/identification", "/identification" },
        { "/mot-de-passe-oublie", "/mot-de-passe-oublie" },
        { "/compte/efface", "/compte/efface" },
        { "/identification/lien", "/identification/lien?jeton=perdu" },
        { "/dev/mailbox", "/dev/mailbox" },
    };

    public static readonly TheoryData<string, string> Account = new()
    {
        { "/compte", "/compte" },
        { "/compte/contributions", "/compte/contributions" },
        { "/compte/adresse", "/compte/adresse" },
        { "/compte/mot-de-passe", "/compte/mot-de-passe" },
        { "/compte/donnees", "/compte/donnees" },
        { "/compte/notifications", "/compte/notifications" },
        { "/compte/notifications/reglages", "/compte/notifications/reglages" },
        { "/compte/structures", "/compte/structures" },
        { "/compte/rendez-vous", "/compte/rendez-vous" },
        { "/rendez-vous/{id}/inscription", Plenary + " → .event-registration a" },
        { "/compte/dossiers", "/compte/dossiers" },
        { "/votes/{id:guid}/voter", "/votes → main a:has-text('approfondir en atelier') → main a[href$='/voter']" },
        { "/prix/{id}/deposer", "/prix/fonds-d-amorcage → a[href$='/deposer']" },
        { "/jury", "/jury" },
        { "/structures/proposer", "/structures/proposer" },
        { "/structures/{slug}/rejoindre", "/structures → .card-title a → a[href$='/rejoindre']" },
        { "/contribuer/{id?}", "/contribuer" },
        { "/contributions/{slug}", Contribution },
    };

    public static readonly TheoryData<string, string> Administration = new()
    {
        { "/admin", "/admin" },
        { "/admin/moderation", "/admin/moderation" },
        { "/admin/reponses", "/admin/reponses" },
        { "/admin/reponses/{id}", "/admin/reponses → main .table a" },
        { "/admin/contenus", "/admin/contenus" },
        { "/admin/contenus", "/admin/contenus?q=introuvable" },
        { "/admin/contenus/lot", "/admin/contenus → a:text('À propos') → a[href*='/lot']" },
        { "/admin/contenus/nouveau/{type}", "/admin/contenus/nouveau/Contribution" },
        { "/admin/contenus/nouveau/{type}", "/admin/contenus/nouveau/Process" },
        { "/admin/contenus/{id}", "/admin/contenus?q=compost → .row-title" },
        { "/admin/contenus/{id}", "/admin/contenus?type=Process → .row-title" },
        { "/admin/contenus/{id}/apercu", "/admin/contenus?type=Page → .row-title → a[href$='/apercu']" },
        { "/admin/contenus/{id}/historique", "/admin/contenus?type=Page → .row-title → a[href$='/historique']" },
        { "/admin/medias", "/admin/medias" },
        { "/admin/rendez-vous", "/admin/rendez-vous" },
        { "/admin/rendez-vous/{id}", PlenaryOrganised },
        { "/admin/rendez-vous/{id}/inscriptions/{registration:guid}", PlenaryOrganised + " → main a[href*='/inscriptions/']" },
        { "/admin/rendez-vous/{id}/besoins", PlenaryOrganised + " → a[href$='/besoins']" },
        { "/accueil", "/accueil" },
        { "/accueil/{id}", PlenaryOrganised + " → main a[href$='/accueil'] → main a[href*='/accueil/']" },
        { "/admin/rendez-vous/{id}/accueil", PlenaryOrganised + " → main a[href$='/accueil']" },
        { "/admin/rendez-vous/{id}/avis", PlenaryOrganised + " → a[href$='/avis']" },
        { "/admin/rendez-vous/{id}/compte-rendu", PlenaryOrganised + " → a[href$='/compte-rendu']" },
        { "/admin/rendez-vous/{id}/fiches", PlenaryOrganised + " → a[href$='/fiches']" },
        { "/admin/rendez-vous/{id}/tables", PlenaryOrganised + " → a[href$='/tables']" },
        { "/admin/rendez-vous/{id}/invitations", PlenaryOrganised + " → a[href$='/invitations']" },
        { "/admin/contenus/nouveau/{type}", "/admin/contenus/nouveau/Event" },
        { "/admin/prix", "/admin/prix" },
        { "/admin/prix/{id}", "/admin/prix → .row-title:has-text('édition en cours')" },
        { "/admin/prix/{id}/retards", "/admin/prix → .row-title:has-text('édition en cours') → main a[href$='/retards']" },
        { "/admin/prix/{id}/dossiers", "/admin/prix → .row-title:has-text('édition en cours') → main a[href$='/dossiers']" },
        { "/admin/prix/{id}/dossiers/{entry:guid}", "/admin/prix → .row-title:has-text('édition en cours') → main a[href$='/dossiers'] → .row-title" },
        { "/admin/prix/{id}/classement", "/admin/prix → .row-title:has-text('édition précédente') → main a[href$='/classement']" },
        { "/admin/prix/{id}/proces-verbal", "/admin/prix → .row-title:has-text('édition précédente') → main a[href$='/classement'] → main a[href$='/proces-verbal']" },
        { "/admin/contenus/nouveau/{type}", "/admin/contenus/nouveau/PrizeEdition" },
        { "/admin/menus", "/admin/menus" },
        { "/admin/contenus/{id}", "/admin/menus → .panel a" },
        { "/admin/listes-de-themes", "/admin/listes-de-themes" },
        { "/admin/contenus/{id}", "/admin/listes-de-themes → .panel a" },
        { "/admin/blocs", "/admin/blocs" },
        { "/admin/blocs/couche", "/admin/blocs/couche" },
        { "/admin/types", "/admin/types" },
        { "/admin/types/nouveau", "/admin/types/nouveau" },
        { "/admin/types/{name}", "/admin/types/Contribution" },
        { "/admin/types/{name}/champs/nouveau", "/admin/types/Contribution/champs/nouveau" },
        { "/admin/types/{name}/champs/{field}", "/admin/types/Contribution/champs/Sector" },
        { "/admin/types/{name}/blocs/{part}", "/admin/types/Contribution/blocs/TitlePart" },
        { "/admin/codes-courts", "/admin/codes-courts" },
        { "/admin/codes-courts/{name}", "/admin/codes-courts/nouveau" },
        { "/admin/gabarits", "/admin/gabarits" },
        { "/admin/prix/{id}/deliberation", "/admin/prix → .row-title:has-text('édition précédente') → main a[href$='/classement'] → main a[href$='/deliberation']" },
        { "/admin/prix/{id}/simulation", "/admin/prix → .row-title:has-text('édition précédente') → main a[href$='/classement'] → main a[href$='/simulation']" },
        { "/admin/votes", "/admin/votes" },
        { "/admin/votes/nouveau", "/admin/votes/nouveau" },
        { "/admin/votes/{id:guid}", "/admin/votes → .row-title:has-text('atelier de plus')" },
        { "/admin/votes/{id:guid}", "/admin/votes → .row-title:has-text('approfondir en atelier')" },
        { "/admin/votes/{id:guid}", "/admin/votes → .row-title:has-text('commencer les ateliers')" },
        { "/admin/votes/{id:guid}/bureau", "/admin/votes → .row-title:has-text('approfondir en atelier') → main a[href$='/bureau']" },
        { "/admin/votes/{id:guid}/bureau", "/admin/votes → .row-title:has-text('commencer les ateliers') → main a[href$='/bureau']" },
        { "/admin/rendez-vous/{id}/votes", PlenaryOrganised + " → main a[href$='/votes']" },
        { "/admin/votes/{id:guid}/apercu", "/admin/votes → .row-title:has-text('atelier de plus') → main a[href$='/apercu']" },
        { "/admin/votes/{id:guid}/questions/{question}", "/admin/votes → .row-title:has-text('atelier de plus') → main a[href*='/questions/']" },
        { "/admin/votes/{id:guid}/verification", "/admin/votes → .row-title:has-text('atelier de plus') → main a[href$='/verification']" },
        { "/admin/prix/{id}/vote-du-public", "/admin/prix → .row-title:has-text('édition précédente') → main a[href$='/vote-du-public']" },
        { "/votes/{id:guid}/ecran", "/admin/votes → .row-title:has-text('approfondir en atelier') → main a[href$='/ecran']" },
        { "/admin/gabarits/{name}", "/admin/gabarits/nouveau" },
        { "/admin/requetes", "/admin/requetes" },
        { "/admin/requetes/{name}", "/admin/requetes/nouvelle" },
        { "/admin/modeles", "/admin/modeles" },
        { "/admin/modeles/gardes", "/admin/modeles/gardes" },
        { "/admin/modeles/importer", "/admin/modeles/importer" },
        { "/admin/modeles/jouer/{name}", "/admin/modeles/jouer/demo" },
        { "/admin/modeles/rapports/{id:guid}", "/admin/modeles → a[href*='/rapports/']" },
        { "/admin/personnes", "/admin/personnes" },
        { "/admin/personnes/{id}", "/admin/personnes → .row-title" },
        { "/admin/roles", "/admin/roles" },
        { "/admin/roles/{nom}", "/admin/roles → main .table a" },
        { "/admin/reglages", "/admin/reglages" },
        { "/admin/messages", "/admin/messages" },
        { "/admin/ecrire", "/admin/ecrire" },
        { "/admin/ecrire/message/{id:guid?}", "/admin/ecrire/message" },
        { "/admin/messages-recus", "/admin/messages-recus" },
        { "/admin/formulaires", "/admin/formulaires" },
        { "/admin/questionnaires", "/admin/questionnaires" },
        { "/admin/questionnaires/{id}", "/admin/questionnaires/nouveau" },
        { "/admin/structures", "/admin/structures" },
        { "/admin/structures/nouvelle", "/admin/structures/nouvelle" },
        { "/admin/structures/{id:guid}", "/admin/structures → .row-title" },
        { "/admin/structures/import", "/admin/structures/import" },
        { "/admin/abonnements", "/admin/abonnements" },
        { "/admin/demonstration", "/admin/demonstration" },
        { "/admin/circuits", "/admin/circuits" },
        { "/admin/circuits/{id}", "/admin/circuits/4answerdeadline" },
        { "/admin/circuits/{id}/reglages", "/admin/circuits/4answerdeadline/reglages" },
        { "/admin/circuits/{id}/simuler", "/admin/circuits/4moderationbefore/simuler" },
        { "/admin/circuits/{id}/modifier", "/admin/circuits/4answerdeadline/modifier" },
        { "/admin/circuits/{id}/modifier/{step}", "/admin/circuits/4moderationbefore/modifier/first" },
        { "/admin/decisions", "/admin/decisions" },
        { "/structures/{slug}/modifier", "/structures → .card-title a → a[href$='/modifier']" },
    };

    /// <summary>Looked at on the way by another test, or nothing to look at, or out of a visitor's reach; each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["/admin/circuits/{id}/executions/{run}"] = "on the path of a circuit",
        ["/admin/questionnaires/{id}/codes"] = "with a questionnaire",
        ["/admin/questionnaires/{id}/resultats"] = "with a questionnaire",
        ["/admin/formulaires/{id}"] = "with an answer",
        ["/admin/formulaires/reponse/{id:guid}"] = "with an answer",
        ["/formulaires/{item}/{form?}"] = "with a form",
        ["/admin/requetes/{name}/supprimer"] = "with a query",
        ["/workflows/trigger"] = "only from a mail",
        ["/contribuer/{id}/relire"] = "on the path of a contribution",
        ["/contribuer/{id}/envoyee"] = "on the path of a contribution",
        ["/contributions/{slug}/modifier"] = "on the path of a contribution",
        ["/commentaires/{id:guid}/modifier"] = "with a comment",
        ["/commentaires/{id:guid}/versions"] = "with a comment",
        ["/discussion/{id}/fil/{rootId:guid}"] = "with a comment",
        ["/admin/contenus/{id}/elements/{element}"] = "where a menu is moved",
        ["/commentaires/{id:guid}"] = "a redirection",
        ["/discussion/{id}"] = "a redirection",
        ["/admin/medias/{**path}"] = "with a file",
        ["/admin/modeles/importer/{id:guid}"] = "with a file",
        ["/admin/structures/import/{id:guid}"] = "with a file",
        ["/compte/contributions/{id}/supprimer"] = "with a draft of one's own",
        ["/admin/rendez-vous/{id}/en-ligne"] = "where its form came back",
        ["/inscription/{id:guid}"] = "on the path of a registration",
        ["/inscription/{id:guid}/modifier"] = "on the path of a registration",
        ["/inscription/{id:guid}/avis"] = "by a link in a mail",
        ["/inscription/{id:guid}/voeux"] = "with wishes",
        ["/admin/rendez-vous/{id}/voeux"] = "with wishes",
        ["/accueil/{id}/hors-ligne"] = "where the network is cut",
        ["/dossiers/{id:guid}"] = "on the path of an entry",
        ["/dossiers/{id:guid}/equipe"] = "on the path of an entry",
        ["/dossiers/{id:guid}/jury"] = "on the path of an entry, once the call is over",
        ["/dossiers/{id:guid}/complements"] = "on the path of an entry that is eligible, where documents are asked",
        ["/dossiers/invitation"] = "by a link in a mail",
        ["/prix/{id}/retard"] = "by a link in a mail",
        ["/jury/{edition}/retards"] = "on the path of a chair",
        ["/dossiers/{id:guid}/envoyer"] = "on the path of an entry",
        ["/dossiers/{id:guid}/recu"] = "on the path of an entry",
        ["/jury/{edition}"] = "on the path of a juror",
        ["/admin/votes/{id:guid}/bureau/saisie/{batch:guid?}"] = "on the path of a vote in a plenary",
        ["/admin/votes/{id:guid}/bureau/lots/{batch:guid}"] = "on the path of a vote in a plenary",
        ["/votes/{id:guid}/tablette"] = "on the path of a vote in a plenary",
        ["/votes/{id:guid}/adresse"] = "on the path of a public vote",
        ["/votes/{id:guid}/confirmer"] = "by a link in a mail",
        ["/votes/{id:guid}/contester"] = "by a link in a mail",
        ["/votes/{id:guid}/recu"] = "on the path of a vote",
        ["/jury/{edition}/deliberation"] = "on the path of a jury",
        ["/jury/{edition}/presidence"] = "on the path of a jury",
        ["/jury/{edition}/liens"] = "on the path of a juror",
        ["/jury/{edition}/dossiers/{id:guid}"] = "on the path of a juror",
        ["/jury/invitation"] = "by a link in a mail",
        ["/fiche"] = "by a link that is handed on",
        ["/place"] = "by a link that is handed on",
        ["/deconnexion"] = "a button",
        ["/etre-informe/confirmer"] = "by a link in a mail",
        ["/etre-informe/desabonnement"] = "by a link in a mail",
        ["/installation"] = "by the link that the console prints",
        ["/nouvelles/desabonnement"] = "by a link in a mail",
        ["/messages/desabonnement"] = "by a link in a mail",
        ["/similaires"] = "a piece of another page",
        ["/erreur"] = "with its statuses",
    };

    /// <summary>Goes to the address, then from link to link.</summary>
    /// <param name="prefix"><c>/en</c> or nothing.</param>
    public static async Task<int> FollowAsync(this IPage page, string path, string prefix = "")
    {
        var steps = path.Split(" → ");
        var status = await page.VisitAsync(prefix + steps[0]);
        foreach (var link in steps[1..])
        {
            var address = await page.Locator(link).First.GetAttributeAsync("href");
            status = await page.VisitAsync(new Uri(new Uri(page.Url), address).PathAndQuery);
        }

        return status;
    }

    /// <summary>Whether the address is one that this route answers to.</summary>
    public static bool Answers(string route, string address)
    {
        var pattern = Regex.Replace(Regex.Replace(route, @"\{\*\*\w+\}", ".+"), @"/\{\w+(:\w+)?\?\}", "(/[^/]+)?");
        return Regex.IsMatch(address, "^(/en)?" + Regex.Replace(pattern, @"\{\w+(:[^/]*)?\}(?=/|$)", "[^/]+") + "/?$");
    }

    private static async Task<int> VisitAsync(this IPage page, string address) =>
        (await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!.Status;
}
