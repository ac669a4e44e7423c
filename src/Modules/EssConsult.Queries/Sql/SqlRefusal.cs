namespace EssConsult.Queries.Sql;

/// <summary>Why a query is not run; each sentence names what was refused.</summary>
internal static class SqlRefusal
{
    public static RuleException NotUnderstood(SqlToken token) => token.Kind == SqlTokenKind.End
        ? new RuleException("query.sql-unfinished", "La requête s’arrête trop tôt.")
        : new RuleException("query.sql-syntax", "La requête n’est pas comprise à partir de « {0} ».", Short(token.Value));

    public static RuleException Character(char character) => new RuleException("query.sql-character", "Le caractère « {0} » n’est pas admis dans une requête.", character);

    public static RuleException Comment => new RuleException("query.sql-comment", "Les commentaires ne sont pas admis dans une requête.");

    public static RuleException Quoted(char mark) => new RuleException("query.sql-quoted", "Les noms entre guillemets ou crochets ne sont pas admis ({0}) : un texte s’écrit entre apostrophes.", mark);

    public static RuleException OneSelect => new RuleException("query.sql-one", "Une requête est une seule instruction SELECT.");

    public static RuleException TooLong(int most) => new RuleException("query.sql-long", "La requête est trop longue ou trop profonde : {0} signes au plus.", most);

    public static RuleException Table(string name) => new RuleException("query.sql-table", "« {0} » n’est pas une table que les requêtes lisent. Tables admises : {1}.", Short(name), string.Join(", ", SqlViews.Names));

    public static RuleException Column(string name) => new RuleException("query.sql-column", "« {0} » n’est pas une colonne des tables de cette requête.", Short(name));

    public static RuleException Ambiguous(string name) => new RuleException("query.sql-ambiguous", "Plusieurs tables ont une colonne « {0} » : écrivez table.colonne.", Short(name));

    public static RuleException Function(string name) => new RuleException("query.sql-function", "La fonction « {0} » n’est pas admise. Fonctions admises : {1}.", Short(name), string.Join(", ", SqlFunctions.Names));

    public static RuleException Arguments(string name) => new RuleException("query.sql-arguments", "La fonction « {0} » n’a pas les valeurs qu’il lui faut.", Short(name));

    public static RuleException Name(string name) => new RuleException("query.sql-name", "« {0} » est donné deux fois.", Short(name));

    public static RuleException Missing(string parameter) => new RuleException("query.parameter", "Le paramètre « {0} » manque.", Short(parameter));

    public static RuleException NoNumber(object value) => new RuleException("query.number", "« {0} » n’est pas un nombre.", Short($"{value}"));

    public static RuleException NoDate(object value) => new RuleException("query.date", "« {0} » n’est pas une date.", Short($"{value}"));

    public static RuleException NoCondition => new RuleException("query.sql-condition", "Un texte ou une date ne peut pas servir de condition.");

    public static RuleException NoOrder => new RuleException("query.sql-order", "Après UNION, l’ordre se donne par le nom ou le numéro d’une colonne du résultat.");

    public static RuleException Database(string message) => new RuleException("query.database", "La base de données refuse cette requête : {0}", Short(message));

    public static RuleException TooSlow(double seconds) => new RuleException("query.slow", "La requête dure plus de {0} secondes : elle a été arrêtée.", seconds);

    private static string Short(string text) => text.Length > 200 ? text[..200] + "…" : text;
}
