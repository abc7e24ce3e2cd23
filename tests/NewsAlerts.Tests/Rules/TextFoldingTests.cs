namespace NewsAlerts.Tests.Rules;
public class DumpTests {
    [Fact] public void Dump() { var t = NewsAlerts.Rules.TextFolding.Table; using var f = new BinaryWriter(File.Create("/tmp/r/fold_net.bin")); foreach (var c in t) { f.Write((ushort)c); } for (var i = 0; i < 65536; i++) { f.Write((byte)(t[i] > 1 && NewsAlerts.Rules.TextFolding.StandsAlone(t[i]) ? 1 : 0)); } }
}
