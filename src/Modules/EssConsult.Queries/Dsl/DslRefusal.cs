namespace EssConsult.Queries.Dsl;

/// <summary>Why a search is not run; each sentence names what was refused.</summary>
internal static class DslRefusal
{
    public static RuleException NoJson(string message) => new RuleException("query.dsl-json", "Le gabarit ne donne pas un objet JSON : {0}", message);

    public static RuleException Clause(string name) => new RuleException("query.dsl-clause", "La clause « {0} » n’est pas admise. Clauses admises : {1}.", name, string.Join(", ", DslReader.Clauses));

    public static RuleException Member(string name, string clause) => new RuleException("query.dsl-member", "« {0} » n’est pas admis dans la clause « {1} ».", name, clause);

    public static RuleException Form(string clause) => new RuleException("query.dsl-form", "La clause « {0} » n’a pas la forme attendue.", clause);

    public static RuleException TooMuch => new RuleException("query.dsl-size", "Cette recherche a trop de clauses, ou trop profondes.");

    public static RuleException Pattern(string pattern) => new RuleException("query.dsl-pattern", "Le motif « {0} » est trop coûteux ou n’est pas compris.", pattern);

    public static RuleException Index(string name) => new RuleException("query.index", "L’index « {0} » n’existe pas.", name);

    public static RuleException NotReady => new RuleException("query.index-wait", "L’index se prépare : réessayez dans un instant.");

    public static RuleException NoIndex => new RuleException("query.index-none", "L’index n’existe qu’avec une requête Lucene enregistrée : enregistrez d’abord celle-ci.");
}
