using NewsAlerts.Names.Given;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>
/// The commonest family names of China, Korea and Vietnam in Latin letters: who starts with one is named family
/// first.
/// </summary>
internal static class EastAsianFamilies
{
    private static readonly HashSet<string> Names =
    [
        .. """
            bai bao cai cao chan chang chao chen cheng cheung chiang chow chu chung cui dai deng
            ding dong du duan fan fang feng fu gao gong gu guo han hao he hou hsieh hsu hu huang huo
            jia jiang jin kang kong lai lam lau lee lei leung li liang liao lin ling liu lo long lu
            luo lyu ma mao meng mo ng ni pan peng qi qian qiao qin qiu ren shao shen shi song su sun
            tan tang tao tian tsai tsang tse wan wang wei wen wong wu xi xia xiang xiao xie xiong xu
            xue yan yang yao ye yi yin yip yu yuan zeng zhai zhan zhang zhao zheng zhong zhou zhu
            zhuang zou kim lee park pak choi choe jung jeong kang cho jo yoon yun jang chang lim im
            oh seo shin kwon hwang ahn an song ryu hong moon jeon nguyen tran le pham huynh hoang
            phan vu vo dang bui do ho ngo duong ly truong dinh mai trinh to luong
            """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Whether a name of two or three words is one of family name and given name, in this order.</summary>
    public static bool StartsWithOne(IReadOnlyList<string> words) =>
        words.Count is 2 or 3
        && Names.Contains(Folded.Of(words[0]))
        && (!GivenNames.IsLatin(words[0]) || words.Count == 3 || words[1].Contains('-', StringComparison.Ordinal))
        && !GivenNames.IsLatin(words[1])
        && (words.Count == 3 || !Names.Contains(Folded.Of(words[1])));
}
