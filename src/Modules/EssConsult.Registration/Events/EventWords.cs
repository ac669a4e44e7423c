namespace EssConsult.Registration.Events;

/// <summary>French words of the enums, keys of the translations.</summary>
internal static class EventWords
{
    public static string Label(this EventKind kind) => kind switch
    {
        EventKind.Plenary => "Plénière",
        EventKind.Workshop => "Atelier",
        _ => "Rencontre",
    };

    public static string Label(this EventMode mode) => mode switch
    {
        EventMode.Online => "En ligne",
        EventMode.Hybrid => "Sur place et en ligne",
        _ => "Sur place",
    };

    public static string Label(this EventAccess access) => access switch
    {
        EventAccess.WithAccount => "Les personnes qui ont un compte",
        EventAccess.StructureMembers => "Les membres des structures de l’annuaire",
        EventAccess.OnInvitation => "Les personnes invitées",
        _ => "Tout le monde, sans compte",
    };

    public static string Label(this RegistrationState state) => state switch
    {
        RegistrationState.Pending => "À approuver",
        RegistrationState.Held => "Adresse à confirmer",
        RegistrationState.Confirmed => "Inscrit",
        RegistrationState.Waiting => "En attente",
        RegistrationState.Offered => "Place proposée",
        _ => "Terminée",
    };

    public static string Label(this EndReason reason) => reason switch
    {
        EndReason.Cancelled => "Annulée par la personne",
        EndReason.Declined => "Place déclinée",
        EndReason.Lapsed => "Non confirmée à temps",
        EndReason.Refused => "Non retenue",
        EndReason.Removed => "Annulée par l’équipe",
        EndReason.Moved => "Passée à un autre atelier",
        _ => "Place donnée à quelqu’un d’autre",
    };

    public static string Label(this NeedKind kind) => kind switch
    {
        NeedKind.Wheelchair => "Place pour fauteuil roulant",
        NeedKind.SignLanguage => "Interprétation en langue des signes (LSF)",
        NeedKind.HearingLoop => "Boucle magnétique",
        NeedKind.Diet => "Régime alimentaire",
        NeedKind.Childcare => "Garde d’enfants",
        _ => "Autre besoin",
    };
}
