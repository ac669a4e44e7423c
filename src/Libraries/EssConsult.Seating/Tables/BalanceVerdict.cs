namespace EssConsult.Seating.Tables;

public enum BalanceVerdict
{
    /// <summary>No table deviates from its even share of any value by more than one person.</summary>
    Balanced,

    /// <summary>Some table deviates by more, and the solver proved that this holds for every plan with these table sizes.</summary>
    Impossible,

    /// <summary>Some table deviates by more, and neither a better plan nor a proof was found (or the search was not free to move people).</summary>
    Undecided,
}
