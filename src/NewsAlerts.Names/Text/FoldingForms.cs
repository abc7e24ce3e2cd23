namespace NewsAlerts.Names.Text;

/// <summary>
/// The characters that readers take for another one: full-width and half-width forms, the forms that Arabic letters take
/// within a word (compatibility decompositions of the Unicode Character Database), Arabic letters that are written with and
/// without their hamza, and the dotless i.
/// </summary>
internal static class FoldingForms
{
    /// <summary>Runs of consecutive characters: the first one, and what each folds to.</summary>
    public static readonly (char First, string Folded)[] Runs =
    [
        ('\u0131', "i"),
        ('\u0622', "ااواي"),
        ('\u0629', "ه"),
        ('\u0649', "ي"),
        ('\u0671', "ا"),
        ('\u06a9', "ك"),
        ('\u06c0', "ە"),
        ('\u06c2', "ہ"),
        ('\u06cc', "ي"),
        ('\u06d3', "ے"),
        ('\ufb1d', "י"),
        ('\ufb1f', "ײעאדהכלםרת"),
        ('\ufb2a', "ששששאאאבגדהוז"),
        ('\ufb38', "טיךכל"),
        ('\ufb3e', "מ"),
        ('\ufb40', "נס"),
        ('\ufb43', "ףפ"),
        ('\ufb46', "צקרשתובכפ"),
        ('\ufb50', "ااٻٻٻٻپپپپڀڀڀڀٺٺٺٺٿٿٿٿٹٹٹٹڤڤڤڤڦڦڦڦڄڄڄڄڃڃ"),
        ('\ufb78', "ڃڃچچچچڇڇڇڇڍڍڌڌڎڎڈڈژژڑڑككككگگگگڳڳڳڳڱڱڱڱںں"),
        ('\ufba0', "ڻڻڻڻەەہہہہھھھھےےےے"),
        ('\ufbd3', "ڭڭڭڭۇۇۆۆۈۈ"),
        ('\ufbde', "ۋۋۅۅۉۉېېېېيي"),
        ('\ufbfc', "يييي"),
        ('\ufc5b', "ذري"),
        ('\ufc90', "ي"),
        ('\ufcd9', "ه"),
        ('\ufd3c', "اا"),
        ('\ufe80', "ءااااووااييييااببببههتتتتثثثثججججححححخخخ"),
        ('\ufea8', "خددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغ"),
        ('\ufed0', "غففففققققككككللللممممننننههههوويييييي"),
        ('\uff10', "0123456789"),
        ('\uff21', "abcdefghijklmnopqrstuvwxyz"),
        ('\uff41', "abcdefghijklmnopqrstuvwxyz"),
        ('\uff66', "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘ"),
        ('\uff8e', "ホマミムメモヤユヨラリルレロワン"),
    ];
}
