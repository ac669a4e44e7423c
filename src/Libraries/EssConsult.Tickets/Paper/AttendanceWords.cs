namespace EssConsult.Tickets.Paper;

/// <summary>The words of a certificate of attendance.</summary>
public sealed record AttendanceWords
{
    public string Title { get; init; } = "Attestation de présence";

    /// <summary>{0} is the issuer.</summary>
    public string Issuer { get; init; } = "{0} atteste que";

    /// <summary>Between the person and the event.</summary>
    public string Attended { get; init; } = "a participé à";

    public string When { get; init; } = "Date";

    public string Where { get; init; } = "Lieu";

    public string Duration { get; init; } = "Durée de présence";

    public string Number { get; init; } = "Attestation n°";

    public string Check { get; init; } = "Vérifier cette attestation";

    /// <summary>{0} is the key's fingerprint.</summary>
    public string Explanation { get; init; } = "Le code contient l’attestation entière et sa signature numérique (Ed25519, clé {0}). Quiconque possède la clé publique de l’émetteur peut la vérifier sans connexion ; tout changement, même d’une lettre, se voit.";

    /// <summary>What a screen reader says in the stead of the code.</summary>
    public string Code { get; init; } = "Code QR : texte de l’attestation et sa signature numérique";
}
