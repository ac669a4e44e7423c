namespace EssConsult.Tickets.Paper;

/// <summary>The words of a ticket.</summary>
public sealed record TicketWords
{
    public string Ticket { get; init; } = "Billet";

    public string When { get; init; } = "Date";

    public string Where { get; init; } = "Lieu";

    public string Name { get; init; } = "Nom";

    public string Organisation { get; init; } = "Organisation";

    public string People { get; init; } = "Personnes";

    public string Table { get; init; } = "Table";

    public string Number { get; init; } = "Billet n°";

    public string Present { get; init; } = "Présentez ce code à l’entrée, imprimé ou sur l’écran de votre téléphone.";

    public string Conditions { get; init; } = "Bon à savoir";

    /// <summary>What a screen reader says in the stead of the code.</summary>
    public string Code { get; init; } = "Code QR du billet";
}
