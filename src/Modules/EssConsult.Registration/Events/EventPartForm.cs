using static EssConsult.Content.Contracts.PartMemberKind;

namespace EssConsult.Registration.Events;

internal sealed class EventPartForm(EventBook events) : IPartForm
{
    public string PartName => nameof(EventPart);

    public string Label => "Date et lieu";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new(nameof(EventPart.Kind), "Nature du rendez-vous", Choice) { Choices = [.. Enum.GetValues<EventKind>().Select(kind => new PartChoice(kind.ToString(), kind.Label()))] },
        new(nameof(EventPart.Starts), "Début", Moment) { IsRequired = true, Hint = "Heure de Paris." },
        new(nameof(EventPart.Ends), "Fin", Moment) { IsRequired = true, Hint = "Heure de Paris." },
        new(nameof(EventPart.Mode), "Sur place ou en ligne", Choice) { Choices = [.. Enum.GetValues<EventMode>().Select(mode => new PartChoice(mode.ToString(), mode.Label()))] },
        new(nameof(EventPart.Place), "Lieu") { Hint = "Le nom de la salle. Le lien d’une réunion en ligne se donne sur la page des inscriptions : seules les personnes inscrites le voient." },
        new(nameof(EventPart.Address), "Adresse"),
        new(nameof(EventPart.Parent), "Fait partie de", Choice) { Hint = "Pour un atelier : la plénière où il se tient.", Choices = [new(string.Empty, "Rien : il se tient seul"), .. events.Plenaries.Select(plenary => new PartChoice(plenary.ContentItemId, plenary.Title))] },
        new(nameof(EventPart.Slot), "Créneau") { Hint = "Pour un atelier d’une plénière : les ateliers du même créneau se tiennent en même temps, on participe à un seul. Par exemple : 1er tour." },
        new(nameof(EventPart.Cancelled), "Ce rendez-vous est annulé", Flag) { Hint = "Les personnes inscrites sont prévenues et leur agenda mis à jour." },
    ];
}

internal sealed class RegistrationPartForm(IContentDefinitions definitions) : IPartForm
{
    /// <summary>The stereotype of types that are only lists of questions.</summary>
    public const string Questions = "EventQuestions";

    private IEnumerable<PartChoice> Lists => definitions.Types.Where(type => type.Options.Stereotype == Questions).Select(type => new PartChoice(type.Name, type.DisplayName));

    public string PartName => nameof(RegistrationPart);

    public string Label => "Inscriptions";

    public IReadOnlyList<PartMember> MembersOf(string contentType) =>
    [
        new(nameof(RegistrationPart.Enabled), "On s’inscrit sur ce site", Flag) { Hint = "Sinon : entrée libre." },
        new(nameof(RegistrationPart.Capacity), "Nombre de places", Number) { Hint = "Vide : sans limite." },
        new(nameof(RegistrationPart.Reserved), "Dont réservées aux personnes invitées", Number),
        new(nameof(RegistrationPart.WaitingList), "Liste d’attente quand c’est complet", Flag) { IsOnByDefault = true },
        new(nameof(RegistrationPart.Opens), "Les inscriptions ouvrent", Moment) { Hint = "Vide : dès la publication." },
        new(nameof(RegistrationPart.Closes), "Elles ferment", Moment) { Hint = "Vide : au début du rendez-vous." },
        new(nameof(RegistrationPart.Access), "Qui peut s’inscrire", Choice) { Choices = [.. Enum.GetValues<EventAccess>().Select(access => new PartChoice(access.ToString(), access.Label()))] },
        new(nameof(RegistrationPart.Approval), "Chaque inscription est approuvée par l’équipe", Flag),
        new(nameof(RegistrationPart.Guests), "Accompagnants possibles", Number) { Hint = "De 0 à 9, chacun par son nom." },
        new(nameof(RegistrationPart.AsksNeeds), "Demander les besoins d’accessibilité", Flag) { Hint = "Fauteuil, langue des signes, boucle magnétique, régime, garde d’enfants : comptés pour être commandés, oubliés quinze jours après." },
        new(nameof(RegistrationPart.Questions), "Questions", Choice) { Hint = "Un type de page dont les champs sont les questions.", Choices = [new(string.Empty, "Aucune : le nom et l’adresse suffisent"), .. Lists] },
        new(nameof(RegistrationPart.DoorQuestions), "Questions à l’accueil", Choice) { Hint = "Posées à la porte, aussi sans réseau, à qui entre : déjeune-t-on, dans quel groupe, un mot à transmettre.", Choices = [new(string.Empty, "Aucune"), .. Lists] },
        new(nameof(RegistrationPart.Wishes), "Ateliers attribués selon des vœux", Flag) { Hint = "Pour une plénière avec ateliers : les personnes inscrites classent les ateliers, puis un tirage publié les répartit. Sinon : premier arrivé, premier servi." },
        new(nameof(RegistrationPart.WishesClose), "Les vœux ferment", Moment) { Hint = "Vide : au début du rendez-vous." },
        new(nameof(RegistrationPart.ReleasesSilentSeats), "Rendre les places de qui ne répond pas", Flag) { Hint = "Deux messages d’abord, à une semaine puis à trois jours ; jamais moins de 24 heures pour répondre." },
    ];
}
