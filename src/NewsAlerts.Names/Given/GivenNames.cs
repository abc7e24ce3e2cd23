using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>
/// Given names that are common somewhere: one that is not the person's, before the family name, names somebody else.
/// </summary>
internal static class GivenNames
{
    private const string Latin =
        """
        Aaron Abigail Adam Adrian Adriana Agnes Alan Albert Alberto Alec Alejandro Alessandro Alex Alexander Alexandra
        Alexandre Alexis Alfonso Alfred Alice
        Alicia Alison Allen Alonso Alvaro Amanda Amelia Amy Ana Anders Andrea Andreas Andres Andrew Andy Angela
        Angelina Angelo Anita Ann Anna Anne Annette
        Annie Anthony Antoine Anton Antonia Antonio Antony Armando Arnold Arthur Arturo Ashley Astrid Audrey August
        Aurelie Austin Barbara Barack Baron Barron Barry
        Beatrice Beatriz Ben Benedict Benjamin Benoit Bernadette Bernard Bernardo Bernhard Bernie Bert Beth Betty Bill
        Billy Birgit Bjorn Blake Bo Bob Bobby
        Brad Bradley Brandon Brenda Brett Brian Brigitte Bruce Bruno Bryan Caitlin Calvin Cameron Camilla Camille Carl
        Carla Carlo Carlos Carmen Carol Carole
        Carolina Caroline Carolyn Casey Catherine Cathy Cecilia Cedric Celine Cesar Chad Charles Charlie Charlotte
        Chelsea Cherie Cheryl Chiara Chloe Chris Christian
        Christiane Christina Christine Christophe Christopher Christoph Cindy Claire Clara Clarence Claude Claudia
        Claudio Clemens Colin Conor Connor Corey Cory Craig
        Cristiano Cristina Cynthia Daisy Dale Damien Dan Dana Daniel Daniela Daniele Danielle Danny Darren Darryl Dave
        David Dawn Dean Debbie Deborah Debra Denis
        Denise Dennis Derek Dermot Diana Diane Didier Diego Dieter Dirk Dolores Dominic Dominique Don Donald Donna
        Doris Dorothy Doug Douglas Duncan Dustin Dwayne
        Dylan Earl Earvin Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elias Elisabeth Elise
        Elizabeth Ella Ellen Elon Else Elton Emil Emilia
        Emily Emma Emmanuel Enrico Enrique Eric Erica Erich Erik Erika Ernest Ernesto Ernst Esther Ethan Eugene Eva
        Evan Eve Evelyn Fabian Fabio Fabrice Federico
        Felipe Felix Fernando Fiona Florence Florian Frances Francesca Francesco Francine Francis Francisco Franco
        Francois Francoise Frank Franz Fred Freddie
        Frederic Frederick Fredrik Friedrich Fritz Gabriel Gabriela Gabriele Gareth Garry Gary Gavin Gemma Gene Geoff
        Geoffrey George Georges Georgia Gerald Gerard
        Gerhard Gerry Gianni Gilbert Gilles Gina Giorgia Giorgio Giovanni Giulia Giulio Giuseppe Glen Glenn Gloria
        Gonzalo Gordon Grace Graham Grant Greg Gregory
        Greta Guido Guillaume Guillermo Gunther Gus Gustav Gustavo Guy Hannah Hans Harald Harold Harriet Harry Harvey
        Hayley Hazel Heather Hector Heidi Heiko
        Heinrich Heinz Helen Helena Helene Helga Helmut Henri Henrik Henry Herbert Herman Hermann Hilary Hillary Holly
        Horst Howard Hubert Hugh Hugo Humphrey Ian
        Ignacio Ingrid Irene Isaac Isabel Isabella Isabelle Ivan Jack Jackie Jacob Jacqueline Jacques Jaime Jake James
        Jamie Jan Jane Janet Janice Jason Javier
        Jay Jean Jeanne Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo
        Joachim Joan Joanna Joanne Joao Joe Joel Joerg
        Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Jordan Jorge Jose Josef Joseph Joseph Josh Joshua
        Joyce Juan Juana Juanita Judith Judy Julia
        Julian Juliana Julie Julien Juliet Julio Julius Jurgen Justin Kai Kamala Karen Karin Karl Karla Karolina Kate
        Katherine Kathleen Kathryn Kathy Katie Katrin Kay
        Keir Keith Kelly Ken Kenneth Kerry Kevin Kim Kirk Kirsten Klaus Konrad Kris Kristen Kristin Kristina Kurt Kyle
        Lachlan Lady Larry Lars Laura Lauren
        Laurence Laurent Lawrence Lea Leah Lee Lena Leo Leon Leonard Leonardo Leonie Leroy Leslie Lewis Liam Lillian
        Lily Linda Lindsay Lionel Lisa Liz Lloyd Lois
        Lola Lorena Lorenzo Lori Lou Louis Louisa Louise Luc Luca Lucas Lucia Luciana Luciano Lucie Lucy Luigi Luis
        Luisa Luiz Lukas Luke Lydia Lyndon Lynn Mads
        Magda Magdalena Magic Maggie Magnus Maja Malcolm Manfred Manuel Manuela Marc Marcel Marcelo Marcia Marco
        Marcos Marcus Margaret Margarita Margrethe Maria Marian
        Marianne Marie Marilyn Marina Marine Mario Marion Marissa Marjorie Mark Markus Marlene Marta Martha Martin
        Martina Martine Marvin Mary Massimo Mathias
        Mathieu Matilda Matt Matteo Matthew Matthias Maureen Maurice Mauricio Mauro Max Maxime Maximilian Maya Megan
        Melania Melanie Melinda Melissa Mercedes Meryl
        Mia Michael Michaela Michel Michele Michelle Mick Miguel Mike Milan Milton Mimi Miranda Miriam Mitch Mitchell
        Mitt Moira Molly Monica Monika Morgan Morris
        Moritz Nadine Nancy Naomi Natalie Natasha Nathan Nathalie Neil Nelson Nicholas Nick Nicola Nicolas Nicole
        Nigel Nils Nina Noah Noel Nora Norbert Norman Norma
        Oliver Olivia Olivier Olof Oscar Oskar Otto Owen Pablo Paddy Pam Pamela Paola Paolo Pascal Patricia Patrick
        Paul Paula Paulina Pauline Paulo Pedro Peggy
        Penelope Penny Percy Pete Peter Petra Phil Philip Philipp Philippe Phillip Phoebe Phyllis Pierre Pierre-Yves
        Pietro Pilar Piers Rachel Rafael Rainer Ralf Ralph Ramon
        Randall Randy Raphael Raul Ray Raymond Rebecca Regina Reinhard Rene Rex Rhonda Ricardo Riccardo Richard Rick
        Ricky Rita Rob Robbie Robert Roberta Roberto Robin
        Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romain Ron Ronald Ronnie Rory Rosa Rosalind Rosemary Ross
        Roy Ruben Rudi Rudolf Rudy Rupert Russell Ruth
        Ryan Sabine Sally Sam Samantha Samuel Samy Sandra Sandro Santiago Sara Sarah Scott Sean Sebastian Sergio Seth
        Shane Shannon Sharon Shaun Shawn Sheila Shelley
        Sherry Shirley Sidney Siegfried Sigrid Silvia Silvio Simon Simone Sofia Sonia Sophia Sophie Spencer Stacy Stan
        Stanley Stefan Stefania Stefano Steffen Stella
        Stephanie Stephane Stephen Sterling Steve Steven Stuart Sue Susan Susana Susanne Suzanne Svein Sven Sylvia
        Sylvie Tamara Tammy Tania Tara Ted Teresa Teri
        Terrence Terry Thelma Theo Theodore Theresa Therese Thierry Thomas Tiffany Tim Timo Timothy Tina Tobias Toby
        Todd Tom Tomas Tommy Toni Tony Tracy Travis
        Trevor Tristan Tyler Udo Ulrich Ulrike Umberto Ursula Ute Uwe Valentin Valentina Valerie Vanessa Vera Vernon
        Veronica Veronique Vicki Victor Victoria Vincent
        Vincenzo Viola Violet Virginia Virginie Vittorio Viktor Wade Walter Wanda Warren Wayne Wendy Werner Wesley
        Wilhelm Will William Willie Willy Wilma Wilson Winston
        Wolfgang Xavier Yann Yannick Yves Yvette Yvonne Zachary Zoe Ivanka Boris Stormy Usain Jermaine Tyrone Marlon
        Darius Tariq Serena Venus
        Agnieszka Andrzej Jaroslaw Lech Donald Robert Krzysztof Malgorzata Katarzyna Piotr Tomasz Mateusz Pawel
        Zbigniew Jerzy Wojciech Grzegorz Stanislaw Viktor Laszlo Ferenc
        Gyorgy Zoltan Istvan Gabor Janos Peter Katalin Vaclav Milos Andrej Tomas Jiri Petr Karel Zuzana Ivan Robert
        Recep Mustafa Kemal Ahmet Mehmet Emine Bilal
        Narendra Rahul Sonia Indira Rajiv Sanjay Amit Priyanka Arvind Manmohan Anil Mukesh Ravi Suresh Vikram Lalit
        Nirav
        """;

    private const string Slavic =
        """
        Sergei Sergey Vladimir Volodymyr Dmitry Dmitri Dmytro Mikhail Mykhailo Nikolai Mykola Alexei Aleksei Oleksiy
        Andrei Andriy Yuri Yury Yuriy Yevgeny Evgeny Igor Ihor
        Ivan Boris Oleg Oleh Konstantin Kostyantyn Viktor Viktoria Anatoly Anatoliy Gennady Grigory Leonid Maxim
        Maksim Oleksandr Aleksandr Aleksander Aleksandar Pavel Pavlo Roman Ruslan Stanislav
        Valery Valentina Vasily Vasyl Vyacheslav Vitaly Vitali Yaroslav Zurab Yulia Yuliya Irina Iryna Olga Olha
        Natalia Nataliya Svetlana Svitlana Tatiana Tatyana Ekaterina Kateryna
        Elena Olena Ludmila Lyudmila Galina Marina Maria Mariya Anastasia Daria Ksenia Polina Nadezhda Vera Denys
        Denis Kirill Kyrylo Arkady Eduard Rinat Ramzan Timur Marat Rustam Alisher
        Aslan Shamil Fyodor Fedor Pyotr Petro Ilya Illia Lev Nikita Artem Anton Arseny Arseniy Taras Bohdan Bogdan
        Ostap Novak Slobodan Zoran Goran Dragan Milorad Radovan Ratko Milo Ivica Luka
        Nikola Jelena Ana Dejan Milos Ante Davor Aleksandra Raisa Nina Zoya Semyon Yegor Gleb Georgy Georgi Boyko
        Rumen Kiril Simeon Plamen Stefan Dimitar Todor Hristo Mila Alena Darya
        """;

    private const string Arabic =
        """
        Muhammad Mohammed Mohamed Mohamad Muhammed Tammam Nabih Mohammad Ahmed Ahmad Mahmoud Mahmud Mustafa Ali Hassan
        Hasan Hussein Hussain Husayn Ibrahim Ismail Omar Umar Othman Osman Abdullah Abdallah Abdul Abdel Abdelaziz
        Abdulaziz Khalid Khaled
        Bashar Hafez Maher Asma Saddam Qusay Uday Muammar Moammar Saif Seif Hosni Anwar Gamal Nasser Naguib Yasser
        Yasir Mazen Ayman Osama Usama Zayed Khalifa Salman Faisal Fahd Turki
        Nawaf Tamim Hamad Hamdan Rashid Rachid Said Saeed Saad Salah Samir Sami Amir Amin Amr Adel Fouad Fuad Habib
        Hadi Haider Hamid Hani Hisham Iyad Imad Jamal Jamil Kamal Karim Kareem Majid Malik Mansour
        Mehdi Mahdi Mohsen Moussa Musa Nabil Nadia Nouri Nuri Rafik Rafiq Rami Ramzi Riyad Sabah Sadiq Suleiman
        Sulaiman Tarek Tariq Walid Waleed Yahya Yassin Youssef Yusuf Ziad Zine Fatima Fatma Aisha Ayesha
        Leila Layla Maryam Mariam Zainab Zeinab Noor Nour Rania Huda Salma Hanan Amal Latifa Ruhollah Hassan Javad
        Ebrahim Akbar Reza Mahsa Shirin Nasrin Massoud Masoud Masud Ashraf Hamed Hashim Gul Najib Pervez Imran Asif
        Benazir Nawaz
        Ismail Yahia Khadija Bilal Malala Rached Beji Kais Moncef Hichem Azzedine Sofiane Riyadh Hakim Karim Achraf
        Zinedine
        """;

    private const string Greek =
        """
        Alexis Kyriakos Antonis Georgios Giorgos Konstantinos Kostas Costas Dimitris Dimitrios Nikos Nikolaos Ioannis
        Giannis Yannis Yanis Panagiotis Panos Vassilis Vasilis Vasileios Evangelos
        Spyros Stavros Theodoros Christos Petros Pavlos Prokopis Lucas Loukas Mikis Nana Melina Dora Sofia Eleni
        Katerina Maria Zoe Fofi Giannos Nikolas Adonis Thanos Stelios Stefanos Odysseas Elias Manolis Kyriakos Andreas
        Karolos
        """;

    private const string Other =
        """
        Binyamin Netanel Ehud Ariel Shimon Yitzhak Itzhak Yair Avigdor Naftali Benny Golda Moshe Menachem Yossi Isaac
        Tzipi Ayelet Itamar Bezalel Yoav Gadi Sara Yonatan Amos David Chaim Haim Levi Reuven
        Shinzo Yoshihide Fumio Junichiro Taro Naoto Yukio Shigeru Yoko Haruki Naomi Kei Akira Hayao Kazuo Yasunari
        Akie Shohei Ichiro Kenzaburo Ryu Ryuichi Yayoi Hideki Hirokazu Sanae Keiko Nobusuke Shintaro
        Jinping Keqiang Jintao Yi Jiabao Zedong Jong Jae Geun Nare Xiaoping Weiwei Xiaobo Ing Ma
        Dalai Aung Kofi Kwame Julius Jomo Uhuru Jacob Thabo Cyril Paul Yoweri Abiy Haile Nana Goodluck Olusegun
        Muhammadu Bola
        """;

    // Common names whose own spelling no table gives from their Latin one.
    private const string Native =
        """
        שרה יונתן דוד משה יעקב יוסף אברהם יצחק רחל לאה מרים מיכל נועה תמר אסתר רות חנה דינה יואב אבי דני יוסי גלעד
        איתן עומר אורי דניאל בנימין שמואל שלמה אהרון יאיר
        أحمد محمد محمود علي حسن حسين عمر عثمان خالد فاطمة عائشة مريم زينب سارة ليلى يوسف إبراهيم إسماعيل موسى عيسى
        مصطفى طارق سمير كريم نادية هدى أسماء حافظ جمال أنور
        سعيد سعد فهد فيصل عبدالله عبدالرحمن سليمان صالح ناصر ياسر رامي هاني وليد أمين أمير بشار ماهر زياد فؤاد رفيق
        نبيل عادل كمال طه مايكل جيمس جون إيفانكا
        Джеймс Джон Джордж Майкл Чарльз Уильям Томас Дэвид Дуэйн Шерри Черри Джилл Мишель Брижит Шарль Жак Жан Пьер
        Ганс Вольфганг Луиджи Джузеппе Хосе Хуан
        Пётр Фёдор Семён Артём Наталья Татьяна Дарья Софья Юлия Любовь Надежда Игорь Ольга Галина Лидия Зинаида Тамара
        Лариса Людмила Оксана Галина Ірина Наталія Оксана
        Κωνσταντίνος Δημήτριος Γεώργιος Ιωάννης Παναγιώτης Παύλος Πέτρος Ανδρέας Αντώνης Ελένη Μαρία Αικατερίνη
        Βασίλης Χρήστος Σοφία Ντόρα Μάικλ Τζον Τζέιμς
        """;

    private static readonly Dictionary<string, NameOrigin> Origins = ReadOrigins();

    private static readonly Lazy<HashSet<string>> InEveryScript = new(Spell);

    /// <summary>Where a given name in Latin letters comes from; null for one that is not listed.</summary>
    public static NameOrigin? OriginOf(string name) =>
        Origins.TryGetValue(Folded.Of(name), out var origin) ? origin : null;

    /// <summary>Whether a word is a given name of a language that is written in Latin letters.</summary>
    public static bool IsLatin(string name) => OriginOf(name) == NameOrigin.Latin;

    /// <summary>Whether a folded word is a given name in one of its scripts and cases.</summary>
    public static bool Contains(string folded) => InEveryScript.Value.Contains(folded);

    private static Dictionary<string, NameOrigin> ReadOrigins()
    {
        var origins = new Dictionary<string, NameOrigin>();
        // A name of several origins counts as Latin: then the family name decides.
        foreach (var (names, origin) in new[]
        {
            (Latin, NameOrigin.Latin),
            (Slavic, NameOrigin.Slavic),
            (Arabic, NameOrigin.Arabic),
            (Greek, NameOrigin.Greek),
            (Other, NameOrigin.Other),
        })
        {
            foreach (var name in Words(names))
            {
                origins.TryAdd(Folded.Of(name), origin);
            }
        }

        return origins;
    }

    private static HashSet<string> Spell() =>
        [
            .. Origins.SelectMany(entry => GivenForms.Of(entry.Key, entry.Value, sounds: 2, spellings: 5)),
            .. Words(Native)
                .SelectMany(name => Scripts.Of(name) == Script.Cyrillic
                    ? CyrillicCases.Of(name.ToLowerInvariant())
                    : [name])
                .Select(Folded.Joined),
        ];

    private static string[] Words(string text) =>
        text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
