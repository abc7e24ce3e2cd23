using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>
/// Given names that outlets use for one another: the forms of one name in several languages, and short forms.
/// </summary>
internal static class GivenNameEquivalents
{
    private static readonly string[][] Groups =
    [
        .. """
        Sergei Serhiy Serhii Siarhei Sergej Serge
        Vladimir Volodymyr Uladzimir Wladimir Vladimír
        Alexander Aleksandr Oleksandr Aliaksandr Alexandre Alejandro Aleksandar Alexandros Alex
        Mikhail Mykhailo Mijail Michail Mihail Mikhaïl
        Nikolai Mykola Nicolai Nikolay
        Dmitry Dmytro Dimitri Dmitri Dmitrij
        Alexei Oleksiy Aleksei Alexey Aliaksei
        Andrei Andriy Andrej Andrey
        Evgeny Yevgeny Yevhen Evgueni Jewgeni Yevgeni Evgenij
        Yuri Yuriy Iouri Juri Youri Jurij
        Igor Ihor
        Oleg Oleh
        Pavel Pavlo
        Pyotr Petro Piotr
        Viktor Victor Wiktor
        Vitaly Vitali Vitaliy Witali
        Anatoly Anatoliy Anatoli Anatolij
        Yulia Yuliya Julia Ioulia Iulia
        Tatiana Tatyana Tetiana Tatjana
        Ekaterina Kateryna Yekaterina Jekaterina
        Natalia Nataliya Natalja Natalya
        Svetlana Svitlana Swetlana Sviatlana
        Elena Olena Yelena Jelena
        Valery Valeriy Valeri
        Gennady Hennadiy Guennadi
        Fyodor Fedor Fiodor Fjodor
        Leo Lev Léon Lew
        Ilya Illia Ilia Ilja
        Muhammad Mohammed Mohamed Mohammad Muhammed Mohamad Mahomed Mehmed
        Ahmed Ahmad Achmed Ahmet
        Mahmoud Mahmud Mahmood
        Hussein Hussain Husayn Hossein Husein Husajn
        Hassan Hasan Hasán
        Ibrahim Ebrahim
        Muammar Moammar Mouammar Muamar Moamer Mu'ammar
        Abdullah Abdallah Abdalla
        Abdel Abdul Abd
        Khalid Khaled Chalid
        Yasser Yasir Yaser Jassir Jasser
        Youssef Yusuf Yousef Yusef Jussef
        Omar Umar
        Osama Usama Oussama
        Bashar Baschar Bachar
        Benjamin Binyamin Benyamin Bibi Biniamin Benjamín
        Isaac Yitzhak Itzhak Jitzchak
        Simon Shimon Schimon
        Joseph Joe Josef José Joey
        Robert Bob Rob Bobby Robbie
        William Bill Will Billy Liam
        Richard Rick Dick Rich
        James Jim Jimmy Jamie
        John Johnny Jack Jon
        Thomas Tom Tommy
        Michael Mike Mick Michel Miguel
        Edward Ed Eddie Ted
        Theodore Ted Teddy
        Donald Don Donnie
        Ronald Ron Ronnie
        Daniel Dan Danny
        David Dave
        Stephen Steven Steve Stephan
        Christopher Chris
        Anthony Tony Antony
        Andrew Andy Drew
        Benjamin Ben Benny
        Bernard Bernie
        Timothy Tim
        Gregory Greg
        Jeffrey Jeff Geoffrey
        Kenneth Ken
        Matthew Matt
        Nicholas Nick Nicolas
        Peter Pete
        Samuel Sam
        Charles Charlie Chuck
        Elizabeth Liz Beth Elisabeth
        Katherine Kate Kathy Catherine Katie
        Margaret Maggie Meg
        Deborah Debbie Deb
        Susan Sue Susie
        Patricia Pat Patty
        Alexandria Alex
        George Georges Jorge Georg Giorgos Georgios
        John Jean Juan Giovanni Ioannis Giannis Yannis
        Constantine Konstantinos Kostas Costas
        Demetrius Dimitris Dimitrios
        Francis Francisco Francesco Franz
        Kyriakos Kiriakos
        Alexis Aléxis
        Angela Angelina
        Luiz Luis Lula
        Recep Rejep
        """.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>The name itself, then those that are used for it.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var folded = Folded.Of(name);
        return
        [
            .. Groups
                .Where(group => Array.Exists(group, member => Folded.Of(member) == folded))
                .SelectMany(group => group)
                .Prepend(name)
                .DistinctBy(member => Folded.Of(member)),
        ];
    }
}
